import { deadline } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import { isDeadlineKind } from "./rules.ts";
import type { DeadlineKind, DeadlineView } from "./schemas.ts";
import { type DeadlineReader, deadlineReader, isVisible } from "./visible.ts";

export type DeadlineRow = typeof deadline.$inferSelect;

/** A deadline that the member who acts may see, locked; NOT_FOUND otherwise. */
export async function lockDeadline(
  ctx: CommandCtx,
  deadlineId: string,
): Promise<{ row: DeadlineRow & { kind: DeadlineKind }; reader: DeadlineReader }> {
  const reader = await deadlineReader(ctx, requireMember(ctx));
  const [row] = await ctx.tx
    .select()
    .from(deadline)
    .where(
      and(
        eq(deadline.orgId, ctx.org.id),
        eq(deadline.id, deadlineId),
        isVisible(reader, ctx.clock),
      ),
    )
    .for("update");
  if (row === undefined) return refuse("NOT_FOUND", {});
  const { kind } = row;
  return isDeadlineKind(kind) ? { row: { ...row, kind }, reader } : refuse("NOT_FOUND", {});
}

/** What a command on a deadline answers. */
export function deadlineView(row: DeadlineRow): DeadlineView {
  const { id, state, dueAt, ownerId, standInId, kind } = row;
  if (!isDeadlineKind(kind)) return refuse("NOT_FOUND", {});
  return { id, kind, state, dueAt: toInstant(dueAt), ownerId, standInId };
}

/** Whether a member may give a deadline to somebody else: who leads the job, has it, or is an admin. */
export function mayReassign(
  { member, jobs }: Pick<DeadlineReader, "member" | "jobs">,
  row: Pick<DeadlineRow, "jobId" | "ownerId">,
): boolean {
  const leads = row.jobId !== null && jobs.leads.has(row.jobId);
  return leads || row.ownerId === member.memberId || member.roles.includes("admin");
}

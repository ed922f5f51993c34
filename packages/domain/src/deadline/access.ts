import { application, deadline } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { AuditStage, CommandCtx } from "../context.ts";
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

/**
 * What an audit entry says of a deadline's person: whose its detail is, and the stage whose seal
 * covers it (law 1). `words` that somebody wrote stay out where no stage can seal them.
 */
export async function auditedOf(
  ctx: CommandCtx,
  row: Pick<DeadlineRow, "applicationId" | "candidateId">,
  words: Record<string, unknown>,
): Promise<{ about: Pick<AuditStage, "candidateId" | "sealed">; words: Record<string, unknown> }> {
  const { applicationId, candidateId } = row;
  if (candidateId === null) return { about: {}, words };
  if (applicationId === null) return { about: { candidateId }, words: {} };
  const [at] = await ctx.tx
    .select({ stageId: application.stageId })
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, applicationId)));
  if (at === undefined) return { about: { candidateId }, words: {} };
  return { about: { candidateId, sealed: { applicationId, stageId: at.stageId } }, words };
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

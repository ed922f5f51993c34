import { baseline, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";

type Row = typeof member.$inferSelect;

/**
 * Gives a member, whose row is locked, another manager or none. They are told, so that nobody becomes
 * their manager unseen; and who let a manager see their baseline early said so of that manager.
 */
export async function changeManager(
  ctx: CommandCtx,
  row: Row,
  managerId: string | null,
): Promise<Row> {
  if (managerId === row.managerId) return row;
  const [changed] = await ctx.tx
    .update(member)
    .set({ managerId })
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, row.id)))
    .returning();
  if (changed === undefined) return refuse("NOT_FOUND", {});
  await ctx.tx
    .update(baseline)
    .set({ sharedAt: null })
    .where(and(eq(baseline.orgId, ctx.org.id), eq(baseline.memberId, row.id)));
  if (row.state === "active") {
    await queueMail(ctx, {
      template: "organization.managed",
      recipient: "member",
      recipientId: row.id,
      subjectId: managerId ?? row.id,
    });
  }
  return changed;
}

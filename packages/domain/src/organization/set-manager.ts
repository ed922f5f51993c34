import { baseline, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { lockMembers, memberView } from "./access.ts";
import { whyNotManager } from "./rules.ts";
import type { MemberView, SetManagerInput } from "./schemas.ts";

/**
 * Says who manages a member, or that nobody does. The manager reads and reviews their growth from
 * the next call on, and who was it before does no longer. The member is told of each change, so that
 * nobody becomes their manager unseen.
 */
export async function setManager(
  ctx: CommandCtx,
  { memberId, managerId }: z.infer<typeof SetManagerInput>,
): Promise<MemberView> {
  const members = await lockMembers(ctx.tx, ctx.org.id);
  const row = members.find((one) => one.id === memberId);
  if (row === undefined || row.kind !== "person") return refuse("NOT_FOUND", {});
  if (managerId !== null) {
    if (!members.some((one) => one.id === managerId)) return refuse("NOT_FOUND", {});
    refuseIf(whyNotManager(members, memberId, managerId));
  }
  const [changed] = await ctx.tx
    .update(member)
    .set({ managerId })
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, memberId)))
    .returning();
  if (changed === undefined) return refuse("NOT_FOUND", {});
  if (managerId !== row.managerId) {
    // Who let a manager see their baseline early said so of that manager.
    await ctx.tx
      .update(baseline)
      .set({ sharedAt: null })
      .where(and(eq(baseline.orgId, ctx.org.id), eq(baseline.memberId, memberId)));
  }
  if (managerId !== row.managerId && row.state === "active") {
    await queueMail(ctx, {
      template: "organization.managed",
      recipient: "member",
      recipientId: memberId,
      subjectId: managerId ?? memberId,
    });
  }
  ctx.audit({
    subject: { kind: "member", id: memberId },
    before: { managerId: row.managerId },
    after: { managerId },
  });
  return memberView(changed);
}

import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockMembers, memberView } from "./access.ts";
import { changeManager } from "./change-manager.ts";
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
  const changed = await changeManager(ctx, row, managerId);
  ctx.audit({
    subject: { kind: "member", id: memberId },
    before: { managerId: row.managerId },
    after: { managerId },
  });
  return memberView(changed);
}

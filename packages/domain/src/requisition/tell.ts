import { type ApprovalGroup, groupInTurn } from "../approval/groups.ts";
import type { CommandCtx } from "../context.ts";
import { queueMail } from "../mail/queue-mail.ts";

type Template =
  | "requisition.approvalAsked"
  | "requisition.approved"
  | "requisition.sentBack"
  | "requisition.cancelled";
type MailCtx = Pick<CommandCtx, "tx" | "org" | "clock" | "enqueue">;

/** Queues an e-mail about a requisition to each of these members. */
export async function tellMembers(
  ctx: MailCtx,
  template: Template,
  memberIds: readonly string[],
  requisitionId: string,
): Promise<void> {
  for (const recipientId of new Set(memberIds)) {
    await queueMail(ctx, { template, recipient: "member", recipientId, subjectId: requisitionId });
  }
}

/** Asks those whose turn it is to approve, and who have not yet. */
export async function tellInTurn(
  ctx: MailCtx,
  requisitionId: string,
  groups: readonly ApprovalGroup[],
): Promise<void> {
  const turn = groupInTurn(groups);
  const members = turn === null ? [] : (groups[turn]?.members ?? []);
  const waiting = members.filter((one) => one.approvedAt === null).map((one) => one.memberId);
  await tellMembers(ctx, "requisition.approvalAsked", waiting, requisitionId);
}

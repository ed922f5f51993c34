import type { CommandCtx } from "../context.ts";
import { queueMail } from "../mail/queue-mail.ts";

/** Queues an e-mail about a review to those of its two people who did not just do it themselves. */
export async function tellPair(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock" | "enqueue" | "actor">,
  template: "review.opened" | "review.toCompare" | "review.closed",
  { memberId, managerId }: { memberId: string; managerId: string | null },
  reviewId: string,
): Promise<void> {
  const actorId = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  for (const recipientId of [memberId, managerId]) {
    if (recipientId === null || recipientId === actorId) continue;
    await queueMail(ctx, { template, recipient: "member", recipientId, subjectId: reviewId });
  }
}

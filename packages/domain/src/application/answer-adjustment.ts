import { adjustment } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { lockApplication } from "./access.ts";
import { recordEvent } from "./record-event.ts";
import { whyNotAnswer } from "./rules.ts";
import type { AnswerAdjustmentInput, ApplicationView } from "./schemas.ts";
import { showApplication } from "./show.ts";

/** Answers what a candidate asked to be arranged: with what to do, never why (law 17). */
export async function answerAdjustment(
  ctx: CommandCtx,
  input: z.infer<typeof AnswerAdjustmentInput>,
): Promise<ApplicationView> {
  const { memberId } = requireMember(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const own = and(
    eq(adjustment.orgId, ctx.org.id),
    eq(adjustment.id, input.adjustmentId),
    eq(adjustment.applicationId, row.id),
  );
  const [asked] = await ctx.tx
    .select({ id: adjustment.id, answeredAt: adjustment.answeredAt })
    .from(adjustment)
    .where(own);
  if (asked === undefined) return refuse("NOT_FOUND", {});
  refuseIf(whyNotAnswer({ answered: asked.answeredAt !== null }));
  const answered = await ctx.tx
    .update(adjustment)
    .set({ effect: input.effect, answeredAt: ctx.clock, answeredBy: memberId })
    .where(and(own, isNull(adjustment.answeredAt)))
    .returning({ id: adjustment.id });
  if (answered.length === 0) return refuse("ADJUSTMENT_ANSWERED", {});
  await recordEvent(ctx, row.id, { kind: "adjustment.answered" });
  await queueMail(ctx, {
    template: "candidate.adjustmentAnswered",
    recipient: "candidate",
    recipientId: row.candidateId,
    subjectId: row.id,
  });
  ctx.audit({
    subject: { kind: "adjustment", id: asked.id },
    after: { applicationId: row.id, answered: true },
    candidateId: row.candidateId,
  });
  return showApplication(ctx, input);
}

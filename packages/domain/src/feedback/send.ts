import { feedback, feedbackWord } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { feedbackOf } from "./access.ts";
import { judgedBy } from "./judged.ts";
import { whyNotSendFeedback, whyNotWriteFeedback } from "./rules.ts";
import type { FeedbackView, SendFeedbackInput } from "./schemas.ts";
import { showFeedback } from "./show.ts";
import { judgedOn, writtenOn } from "./write.ts";

/**
 * Sends feedback, once: from now on the candidate reads it on their page, and it never changes. The
 * e-mail says only that it is there.
 */
export async function sendFeedback(
  ctx: CommandCtx,
  { applicationId, content }: z.infer<typeof SendFeedbackInput>,
): Promise<FeedbackView> {
  const { memberId } = requireMember(ctx);
  const row = await lockApplication(ctx, applicationId);
  const own = (await feedbackOf(ctx.tx, ctx.org.id, [row.id])).get(row.id) ?? null;
  refuseIf(whyNotWriteFeedback(row.state, own && { sent: own.sentAt !== null }));
  const words = writtenOn(content, await judgedOn(ctx, row));
  refuseIf(whyNotSendFeedback(words, await judgedBy(ctx, row, memberId)));
  const sent = await ctx.tx
    .update(feedback)
    .set({ sentAt: ctx.clock, sentBy: memberId, draft: null })
    .where(
      and(
        eq(feedback.orgId, ctx.org.id),
        eq(feedback.applicationId, row.id),
        isNull(feedback.sentAt),
      ),
    )
    .returning({ id: feedback.applicationId });
  if (sent.length === 0) return refuse("FEEDBACK_SENT", {});
  await ctx.tx.insert(feedbackWord).values(
    words.map(({ competencyId, text }) => ({
      orgId: ctx.org.id,
      applicationId: row.id,
      competencyId,
      text,
    })),
  );
  const facts = { stageId: row.stageId };
  await recordEvent(ctx, row.id, { kind: "feedback.sent", sealed: true, facts });
  await queueMail(ctx, {
    template: "feedback.waits",
    recipient: "candidate",
    recipientId: row.candidateId,
    subjectId: row.id,
  });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    after: { feedback: "sent", competencies: words.length },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: row.stageId },
  });
  return showFeedback(ctx, { applicationId });
}

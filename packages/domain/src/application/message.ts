import { application, mail } from "@rubric/db/schema";
import { and, eq, gt, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { deny, Refused, refuseIf } from "../errors.ts";
import { requireJob } from "../job/access.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { toInstant } from "../wire.ts";
import { lockApplication } from "./access.ts";
import { ANSWERED, questionsWaiting } from "./questions.ts";
import { recordEvent } from "./record-event.ts";
import { messageLimitRule } from "./message-limit.ts";
import { whyNotMessage, whyNotUnread } from "./rules.ts";
import type { ApplicationView, MessageCandidateInput } from "./schemas.ts";
import { showApplication } from "./show.ts";

/**
 * Writes to the candidate, by e-mail and on their own page. A message is the word that was
 * promised to them: once that is due, it says when the next one comes (law 11).
 */
export async function messageCandidate(
  ctx: CommandCtx,
  input: z.infer<typeof MessageCandidateInput>,
): Promise<ApplicationView> {
  const row = await lockApplication(ctx, input.applicationId);
  const next = input.nextWordAt === null ? null : new Date(input.nextWordAt);
  refuseIf(whyNotMessage(row.state, row.nextWordAt, next, ctx.clock, ctx.limits));
  const { locations } = await requireJob(ctx.tx, ctx.org.id, row.jobId);
  const withinDay = await writtenToday(ctx, row.candidateId);
  const about = { regions: locations, subjectId: row.candidateId };
  ctx.policy.judge(messageLimitRule, { withinDay }, about);
  const waiting = (await questionsWaiting(ctx, [row.id])).get(row.id);
  refuseIf(whyNotUnread(waiting ?? null, input.question));
  const promised = next ?? row.nextWordAt;
  const written = await ctx.tx
    .update(application)
    .set({ nextWordAt: promised })
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.id, row.id),
        inArray(application.state, ["active", "on_hold"]),
      ),
    )
    .returning({ id: application.id });
  if (written.length === 0) throw new Refused(deny("APPLICATION_STATE", { state: row.state }));
  const nextWordAt = toInstant(promised);
  const messageId = await recordEvent(ctx, row.id, {
    kind: ANSWERED,
    sealed: true,
    facts: { stageId: row.stageId, text: input.text, nextWordAt },
  });
  await queueMail(ctx, {
    template: "application.message",
    recipient: "candidate",
    recipientId: row.candidateId,
    subjectId: messageId,
  });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { nextWordAt: toInstant(row.nextWordAt) },
    after: { nextWordAt, messageId },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: row.stageId },
  });
  return showApplication(ctx, input);
}

/** How many messages were written to a candidate within a day. */
async function writtenToday(ctx: CommandCtx, candidateId: string): Promise<number> {
  return ctx.tx.$count(
    mail,
    and(
      eq(mail.orgId, ctx.org.id),
      eq(mail.recipientId, candidateId),
      eq(mail.template, "application.message"),
      gt(mail.createdAt, new Date(ctx.clock.getTime() - 86_400_000)),
    ),
  );
}

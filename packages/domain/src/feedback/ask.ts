import { feedback } from "@rubric/db/schema";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { knownTo } from "../application/known.ts";
import { recordEvent } from "../application/record-event.ts";
import { ownView, requireCandidate } from "../candidate/own.ts";
import type { OwnView } from "../candidate/schemas.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireJob } from "../job/access.ts";
import { feedbackOf } from "./access.ts";
import { feedbackAllowedRule } from "./allowed.ts";
import { askFacts } from "./own-feedback.ts";
import { whyNotAskFeedback } from "./rules.ts";
import type { AskFeedbackInput } from "./schemas.ts";

/**
 * Asks for feedback on an application that was rejected on merit, once. It is owed from now on, by
 * the recruiter of the job (law 11). That it was asked for tells of the judgement, so the line and
 * the audit entry are sealed with the stage (law 1), and no e-mail says so.
 */
export async function askFeedback(
  ctx: CommandCtx,
  input: z.infer<typeof AskFeedbackInput>,
): Promise<OwnView> {
  const candidateId = requireCandidate(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const known = (await knownTo(ctx, [row]))(row);
  const own = (await feedbackOf(ctx.tx, ctx.org.id, [row.id])).get(row.id) ?? null;
  const { ask, days } = await askFacts(ctx, row, known, own);
  refuseIf(whyNotAskFeedback(ask));
  const { locations } = await requireJob(ctx.tx, ctx.org.id, row.jobId);
  ctx.policy.judge(feedbackAllowedRule, { days }, { regions: locations, subjectId: candidateId });
  const made = await ctx.tx
    .insert(feedback)
    .values({ orgId: ctx.org.id, applicationId: row.id, askedAt: ctx.clock, draftRevision: 0 })
    .onConflictDoNothing()
    .returning({ id: feedback.applicationId });
  if (made.length === 0) return refuse("FEEDBACK_ASKED", {});
  const facts = { stageId: row.stageId };
  await recordEvent(ctx, row.id, { kind: "feedback.asked", sealed: true, facts });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    after: { feedback: "asked" },
    candidateId,
    sealed: { applicationId: row.id, stageId: row.stageId },
  });
  return ownView(ctx);
}

import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { knownTo } from "../application/known.ts";
import { ASKED, questionsWaiting } from "../application/questions.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireJob } from "../job/access.ts";
import { questionLimitRule } from "./question-limits.ts";
import { ownView, requireCandidate } from "./own.ts";
import { tellRecruiters } from "./recruiters.ts";
import { whyNotWithdrawOwn } from "./rules.ts";
import type { AskInput, OwnView } from "./schemas.ts";

/**
 * Asks those who lead the job something: none of the times suits, a file is missing. It stands in
 * the timeline for them alone and on their Home until somebody writes to the candidate; neither
 * the audit entry nor the e-mail holds it.
 */
export async function ask(ctx: CommandCtx, input: z.infer<typeof AskInput>): Promise<OwnView> {
  const candidateId = requireCandidate(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const known = (await knownTo(ctx, [row]))(row);
  const waiting = (await questionsWaiting(ctx, [row.id])).get(row.id)?.count ?? 0;
  refuseIf(whyNotWithdrawOwn(known.state));
  const { locations } = await requireJob(ctx.tx, ctx.org.id, row.jobId);
  const of = { regions: locations, subjectId: candidateId };
  ctx.policy.judge(questionLimitRule, { waiting }, of);
  await recordEvent(ctx, row.id, { kind: ASKED, facts: { text: input.text } });
  const about = { jobId: row.jobId, applicationId: row.id };
  await tellRecruiters(ctx, about, "application.asked");
  ctx.audit({ subject: { kind: "application", id: row.id }, after: { asked: true }, candidateId });
  return ownView(ctx);
}

import { newId } from "@rubric/db";
import { adjustment } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { knownTo } from "../application/known.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireJob } from "../job/access.ts";
import { adjustmentLimitRule } from "./question-limits.ts";
import { ownView, requireCandidate } from "./own.ts";
import { tellRecruiters } from "./recruiters.ts";
import { whyNotWithdrawOwn } from "./rules.ts";
import type { AskAdjustmentInput, OwnView } from "./schemas.ts";

/**
 * Asks for something to be arranged. What is said is read by the job's recruiter alone: neither
 * the timeline nor the audit entry nor the e-mail holds it (law 17).
 */
export async function askAdjustment(
  ctx: CommandCtx,
  input: z.infer<typeof AskAdjustmentInput>,
): Promise<OwnView> {
  const candidateId = requireCandidate(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const known = (await knownTo(ctx, [row]))(row);
  const waiting = await ctx.tx.$count(
    adjustment,
    and(
      eq(adjustment.orgId, ctx.org.id),
      eq(adjustment.applicationId, row.id),
      isNull(adjustment.answeredAt),
    ),
  );
  refuseIf(whyNotWithdrawOwn(known.state));
  const { locations } = await requireJob(ctx.tx, ctx.org.id, row.jobId);
  const of = { regions: locations, subjectId: candidateId };
  ctx.policy.judge(adjustmentLimitRule, { waiting }, of);
  const id = newId();
  await ctx.tx.insert(adjustment).values({
    orgId: ctx.org.id,
    id,
    applicationId: row.id,
    asked: input.asked,
    effect: "",
    createdAt: ctx.clock,
  });
  await recordEvent(ctx, row.id, { kind: "adjustment.asked" });
  const about = { jobId: row.jobId, applicationId: row.id };
  await tellRecruiters(ctx, about, "application.adjustmentAsked");
  ctx.audit({
    subject: { kind: "adjustment", id },
    after: { applicationId: row.id },
    candidateId,
  });
  return ownView(ctx);
}

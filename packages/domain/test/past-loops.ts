import {
  application,
  applicationStage,
  interview,
  type Rating,
  scorecard,
} from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { Member, Org } from "../src/context.ts";
import type { ScorecardContent } from "../src/scorecard/schemas.ts";
import { writeVersion } from "../src/scorecard/write-version.ts";
import { makeApplication, makeInterview, type MadeJob, type Rows } from "./factories.ts";

export type PastLoop = {
  /** One interview each, in the order of the two of the loop. */
  raters: readonly { by: Member; step: number; notes?: boolean; afterReading?: boolean }[];
  /** When it ended; two months before now unless told. */
  at?: Date;
  state?: "rejected" | "withdrawn" | "hired" | "active";
  candidateId?: string;
};

const STEPS: readonly Rating[] = ["definitely_not", "no", "mixed", "yes", "strong_yes"];

/** What an interviewer writes who gives every criterion the same step from 0 to 4. */
export function steadyContent(made: MadeJob, step: number, notes: boolean): ScorecardContent {
  return {
    ratings: made.criterionIds.map((criterionId) => ({
      criterionId,
      rating: STEPS[step] ?? "mixed",
      notAssessedReason: "",
      evidence: "Explained the trade-off with figures.",
    })),
    notes: notes
      ? made.questionIds.slice(0, 1).map((questionId) => ({ questionId, text: "Asked and told." }))
      : [],
    recommendation: step > 2 ? "yes" : "no",
    summary: "",
  };
}

/** An application that went through the loop, was decided there and ended. */
export async function makePastLoop(
  { harness, org, made }: { harness: Rows; org: Org; made: MadeJob },
  { raters, at = daysAgo(60), state = "rejected", candidateId }: PastLoop,
): Promise<{ applicationId: string; candidateId: string; scorecardIds: string[] }> {
  const began = new Date(at.getTime() - 7 * 86_400_000);
  const ids = await makeApplication(harness, org, made, {
    stage: "loop",
    at: began,
    ...(candidateId === undefined ? {} : { candidateId }),
  });
  const scorecardIds: string[] = [];
  for (const [index, { by, step, notes = true, afterReading = false }] of raters.entries()) {
    const planned = index % 2 === 0 ? "loopA" : "loopB";
    const made1 = await makeInterview(harness, org, made, ids.applicationId, planned, [by], {
      startsAt: began,
      state: "held",
    });
    const [scorecardId = ""] = made1.scorecardIds;
    scorecardIds.push(scorecardId);
    await harness.within(org.id, async (tx) => {
      const submittedAt = new Date(began.getTime() + 3 * 3_600_000);
      await tx
        .update(scorecard)
        .set({ state: "submitted", version: 1, countsToQuorum: true, submittedAt })
        .where(and(eq(scorecard.orgId, org.id), eq(scorecard.id, scorecardId)));
      await writeVersion(
        tx,
        { orgId: org.id, scorecardId, number: 1 },
        steadyContent(made, step, notes),
        { reason: null, submittedAt, afterReading, readStages: [] },
      );
    });
  }
  await harness.within(org.id, async (tx) => {
    const own = and(
      eq(applicationStage.orgId, org.id),
      eq(applicationStage.applicationId, ids.applicationId),
    );
    await tx.update(applicationStage).set({ decidedAt: at, openedAt: at }).where(own);
    await tx
      .update(application)
      .set({ state, endedAt: state === "active" ? null : at })
      .where(and(eq(application.orgId, org.id), eq(application.id, ids.applicationId)));
  });
  return { ...ids, scorecardIds };
}

/** Another interviewer's seat on a past application, in some state. */
export async function seatOn(
  { harness, org, made }: { harness: Rows; org: Org; made: MadeJob },
  applicationId: string,
  by: Member,
  state: "assigned" | "excused" | "void" | "struck",
  interviewState: "held" | "cancelled" = "held",
): Promise<void> {
  const { interviewId, scorecardIds } = await makeInterview(
    harness,
    org,
    made,
    applicationId,
    "loopB",
    [by],
    { startsAt: daysAgo(61), state: "held" },
  );
  await harness.within(org.id, async (tx) => {
    await tx
      .update(scorecard)
      .set({ state })
      .where(and(eq(scorecard.orgId, org.id), eq(scorecard.id, scorecardIds[0] ?? "")));
    await tx
      .update(interview)
      .set({ state: interviewState })
      .where(and(eq(interview.orgId, org.id), eq(interview.id, interviewId)));
  });
}

export function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

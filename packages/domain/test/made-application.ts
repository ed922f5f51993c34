import { newId } from "@rubric/db";
import {
  application,
  applicationStage,
  candidate,
  interview,
  relation,
  scorecard,
} from "@rubric/db/schema";
import { keepTerms } from "../src/candidate/keep-terms.ts";
import type { Member, Org } from "../src/context.ts";
import type { ScorecardContent } from "../src/scorecard/schemas.ts";
import type { MadeJob } from "./made-job.ts";
import type { Rows } from "./made-org.ts";

/** A candidate with an active application in the given stage of the job. */
export async function makeApplication(
  harness: Rows,
  org: Org,
  made: MadeJob,
  options: {
    stage?: keyof MadeJob["stages"];
    at?: Date;
    name?: string;
    candidateId?: string;
    /** Whether a link sent to the candidate's address was opened; unless said, yes. */
    proven?: boolean;
  } = {},
): Promise<{ applicationId: string; candidateId: string }> {
  const orgId = org.id;
  const at = options.at ?? new Date();
  const applicationId = newId();
  const candidateId = options.candidateId ?? newId();
  const stageKey = options.stage ?? "review";
  await harness.within(orgId, async (tx) => {
    if (options.candidateId === undefined) {
      const person = {
        id: candidateId,
        email: `${candidateId}@people.test`,
        name: options.name ?? "Casey Candidate",
        headline: "Backend engineer",
      };
      await tx.insert(candidate).values({
        orgId,
        ...person,
        phone: "",
        location: "",
        links: [],
        createdAt: at,
      });
      await keepTerms(tx, orgId, [person]);
    }
    await tx.insert(application).values({
      orgId,
      id: applicationId,
      candidateId,
      jobId: made.jobId,
      planId: made.planId,
      stageId: made.stages[stageKey],
      pinnedAt: stageKey === "review" ? null : at,
      state: "active",
      source: "applied",
      answers: [],
      createdAt: at,
      provenAt: options.proven === false ? null : at,
      enteredStageAt: at,
    });
    const order = ["review", "screen", "loop", "offer"] as const;
    for (const key of order.slice(0, order.indexOf(stageKey) + 1)) {
      await tx.insert(applicationStage).values({
        orgId,
        applicationId,
        stageId: made.stages[key],
        enteredAt: at,
        decidedAt: key === stageKey ? null : at,
      });
    }
  });
  return { applicationId, candidateId };
}

/** A scheduled interview with one assigned scorecard per interviewer; begun an hour ago by default. */
export async function makeInterview(
  harness: Rows,
  org: Org,
  made: MadeJob,
  applicationId: string,
  planned: keyof MadeJob["planInterviews"],
  interviewers: readonly Member[],
  options: {
    startsAt?: Date;
    /** When the scorecards were assigned; with its beginning by default. */
    assignedAt?: Date;
    state?: "scheduled" | "held";
    shadows?: readonly Member[];
  } = {},
): Promise<{ interviewId: string; scorecardIds: string[] }> {
  const orgId = org.id;
  const startsAt = options.startsAt ?? new Date(Date.now() - 3_600_000);
  const interviewId = newId();
  const stageId = planned === "screen" ? made.stages.screen : made.stages.loop;
  const seats = [
    ...interviewers.map((one) => ({ id: newId(), authorId: one.memberId, shadow: false })),
    ...(options.shadows ?? []).map((one) => ({
      id: newId(),
      authorId: one.memberId,
      shadow: true,
    })),
  ];
  await harness.within(orgId, async (tx) => {
    await tx.insert(interview).values({
      orgId,
      id: interviewId,
      applicationId,
      stageId,
      planInterviewId: made.planInterviews[planned],
      state: options.state ?? "scheduled",
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      place: "Room 1",
      focus: "",
      extra: false,
      sequence: 0,
      proposedTimes: [],
      createdAt: startsAt,
    });
    await tx.insert(scorecard).values(
      seats.map((seat) => ({
        orgId,
        ...seat,
        interviewId,
        applicationId,
        stageId,
        state: "assigned" as const,
        draftRevision: 0,
        version: 0,
        countsToQuorum: false,
        assignedAt: options.assignedAt ?? startsAt,
      })),
    );
  });
  return { interviewId, scorecardIds: seats.map((seat) => seat.id) };
}

/** Declares that a member referred or knows a candidate, or is them. */
export async function makeRelation(
  harness: Rows,
  org: Org,
  candidateId: string,
  one: Member,
  kind: "referral" | "relation" | "self",
): Promise<void> {
  await harness.within(org.id, async (tx) => {
    await tx.insert(relation).values({
      orgId: org.id,
      candidateId,
      memberId: one.memberId,
      kind,
      note: "",
      createdAt: new Date(),
    });
  });
}

/** A whole scorecard on every criterion of the made job. */
export function fullContent(
  made: MadeJob,
  rating: "no" | "mixed" | "yes" = "yes",
  word = "Explained the trade-off with figures.",
): ScorecardContent {
  return {
    ratings: made.criterionIds.map((criterionId) => ({
      criterionId,
      rating,
      notAssessedReason: "",
      evidence: word,
    })),
    notes: [],
    recommendation: rating === "mixed" ? "no" : rating,
    summary: word,
  };
}

import type { Database } from "@rubric/db";
import {
  competency,
  criterion,
  interview,
  kitCriterion,
  planInterview,
  type Rating,
  type Recommendation,
  scorecard,
  stage,
} from "@rubric/db/schema";
import type { ScorecardContent } from "@rubric/domain/scorecard/schemas";
import { and, asc, eq } from "drizzle-orm";
import { withinOrg } from "./organization.ts";
import { summaryOf, voiceOf } from "./summaries.ts";
import { evidenceOf, type Tone } from "./words.ts";

export type Seat = { scorecardId: string; interviewId: string; planInterviewId: string };

/** The interviews of an application that are planned now, by the names of the plan. */
export async function plannedInterviews(
  db: Database,
  orgId: string,
  applicationId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await withinOrg(db, orgId, (tx) =>
    tx
      .select({ id: interview.id, name: planInterview.name })
      .from(interview)
      .innerJoin(planInterview, eq(planInterview.id, interview.planInterviewId))
      .where(and(eq(interview.applicationId, applicationId), eq(interview.state, "planned"))),
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** The scorecard that a member owes for an interview. */
export async function seatOf(
  db: Database,
  orgId: string,
  interviewId: string,
  memberId: string,
): Promise<Seat> {
  const [row] = await withinOrg(db, orgId, (tx) =>
    tx
      .select({
        scorecardId: scorecard.id,
        interviewId: scorecard.interviewId,
        planInterviewId: interview.planInterviewId,
      })
      .from(scorecard)
      .innerJoin(interview, eq(interview.id, scorecard.interviewId))
      .where(and(eq(scorecard.interviewId, interviewId), eq(scorecard.authorId, memberId))),
  );
  if (row === undefined) throw new Error("This member has no scorecard for the interview.");
  return row;
}

/** The stages of a plan by key, and the criteria that each interview's kit rates. */
export async function planOf(db: Database, orgId: string, planId: string) {
  return withinOrg(db, orgId, async (tx) => {
    const stages = await tx
      .select({ id: stage.id, key: stage.key })
      .from(stage)
      .where(eq(stage.planId, planId));
    const rated = await tx
      .select({
        planInterviewId: kitCriterion.planInterviewId,
        interview: planInterview.name,
        criterionId: kitCriterion.criterionId,
        key: competency.key,
      })
      .from(kitCriterion)
      .innerJoin(planInterview, eq(planInterview.id, kitCriterion.planInterviewId))
      .innerJoin(criterion, eq(criterion.id, kitCriterion.criterionId))
      .innerJoin(competency, eq(competency.id, criterion.competencyId))
      .where(eq(criterion.planId, planId))
      .orderBy(asc(kitCriterion.position));
    return { stages: new Map(stages.map((one) => [one.key, one.id])), rated };
  });
}
export type LoadedPlan = Awaited<ReturnType<typeof planOf>>;

/** The criteria that an interview of this name rates. */
export function rated(plan: LoadedPlan, interviewName: string): string[] {
  return plan.rated.filter((one) => one.interview === interviewName).map((one) => one.criterionId);
}

/** What an interviewer of a certain opinion writes about the criteria of one kit. */
export function judged(
  plan: LoadedPlan,
  planInterviewId: string,
  tone: Tone,
  turn: number,
): ScorecardContent {
  const criteria = plan.rated.filter((one) => one.planInterviewId === planInterviewId);
  const name = criteria[0]?.interview ?? "";
  const own = turn + voiceOf(name);
  return {
    ratings: criteria.map(({ criterionId, key }, index) => {
      const rating = pickRating(tone, index + turn);
      return { criterionId, rating, notAssessedReason: "", evidence: evidenceOf(key, rating, own) };
    }),
    notes: [],
    recommendation: recommended(tone, turn),
    summary: summaryOf(name, tone, turn),
  };
}

const RATED = {
  strong: ["yes", "strong_yes", "yes", "yes", "mixed"],
  fair: ["mixed", "yes", "no", "mixed", "yes"],
  weak: ["no", "mixed", "definitely_not", "no", "no"],
} as const satisfies Record<Tone, readonly Rating[]>;

function pickRating(tone: Tone, turn: number): Rating {
  return RATED[tone][turn % RATED[tone].length] ?? "mixed";
}

function recommended(tone: Tone, turn: number): Recommendation {
  if (tone === "strong") return turn % 3 === 0 ? "strong_yes" : "yes";
  if (tone === "fair") return turn % 2 === 0 ? "yes" : "no";
  return turn % 4 === 0 ? "definitely_not" : "no";
}

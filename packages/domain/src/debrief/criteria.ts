import type { Reader } from "@rubric/db";
import {
  anchor,
  competency,
  criterion,
  frameworkLevel,
  plan,
  scorecard,
  scorecardRating,
} from "@rubric/db/schema";
import { and, asc, eq, inArray, or } from "drizzle-orm";

export type PlanCriterion = {
  id: string;
  name: string;
  weight: number;
  required: boolean;
  position: number;
  withdrawn: boolean;
  expectedLevel: string;
  /** What the framework says of the expected level, its lines joined. */
  anchor: string;
};

/** By what an application is judged: its plan, and what its scorecards rated. */
export type JudgedBy = { planId: string; applicationId: string };

/**
 * The criteria of a plan in its order, withdrawn ones included. Of an application that was moved to
 * this plan, what was rated by the plan before stays as it was rated: it takes the place of the
 * plan's criterion of the same competency, unless that was rated too (law 6).
 */
export async function planCriteria(
  read: Reader,
  orgId: string,
  { planId, applicationId }: JudgedBy,
): Promise<PlanCriterion[]> {
  const rated = await ratedIds(read, orgId, applicationId);
  const ofBoth = or(eq(criterion.planId, planId), inArray(criterion.id, rated));
  const rows = await read
    .select({
      id: criterion.id,
      name: competency.name,
      weight: criterion.weight,
      required: criterion.required,
      position: criterion.position,
      withdrawnAt: criterion.withdrawnAt,
      expectedLevel: frameworkLevel.name,
      competencyId: criterion.competencyId,
      levelId: criterion.expectedLevelId,
      planId: criterion.planId,
      key: competency.key,
    })
    .from(criterion)
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .innerJoin(
      frameworkLevel,
      and(
        eq(frameworkLevel.orgId, criterion.orgId),
        eq(frameworkLevel.id, criterion.expectedLevelId),
      ),
    )
    .where(and(eq(criterion.orgId, orgId), ofBoth))
    .orderBy(asc(criterion.position));
  const earlier = new Set(rows.filter((row) => row.planId !== planId).map((row) => row.key));
  const anchors = await read
    .select({
      competencyId: anchor.competencyId,
      levelId: anchor.levelId,
      summary: anchor.summary,
    })
    .from(anchor)
    .innerJoin(
      criterion,
      and(
        eq(criterion.orgId, anchor.orgId),
        eq(criterion.competencyId, anchor.competencyId),
        eq(criterion.expectedLevelId, anchor.levelId),
      ),
    )
    .where(and(eq(anchor.orgId, orgId), ofBoth))
    .orderBy(asc(anchor.position));
  return rows
    .filter((row) => row.planId !== planId || !earlier.has(row.key) || rated.includes(row.id))
    .map(({ withdrawnAt, competencyId, levelId, planId: _plan, key: _key, ...row }) => ({
      ...row,
      withdrawn: withdrawnAt !== null,
      anchor: anchors
        .filter((one) => one.competencyId === competencyId && one.levelId === levelId)
        .map((one) => one.summary)
        .join("\n"),
    }));
}

async function ratedIds(read: Reader, orgId: string, applicationId: string): Promise<string[]> {
  const rows = await read
    .selectDistinct({ id: scorecardRating.criterionId })
    .from(scorecardRating)
    .innerJoin(
      scorecard,
      and(
        eq(scorecard.orgId, scorecardRating.orgId),
        eq(scorecard.id, scorecardRating.scorecardId),
      ),
    )
    .where(and(eq(scorecardRating.orgId, orgId), eq(scorecard.applicationId, applicationId)));
  return rows.map((row) => row.id);
}

/** Criteria that may be the ground of a decision: those it is judged by that are not withdrawn. */
export async function groundIds(read: Reader, orgId: string, by: JudgedBy): Promise<string[]> {
  const criteria = await planCriteria(read, orgId, by);
  return criteria.filter((one) => !one.withdrawn).map((one) => one.id);
}

/** The levels of the framework version that a plan is pinned to, lowest first. */
export async function planLevels(
  read: Reader,
  orgId: string,
  planId: string,
): Promise<{ key: string; name: string }[]> {
  return read
    .select({ key: frameworkLevel.key, name: frameworkLevel.name })
    .from(plan)
    .innerJoin(
      frameworkLevel,
      and(
        eq(frameworkLevel.orgId, plan.orgId),
        eq(frameworkLevel.versionId, plan.frameworkVersionId),
      ),
    )
    .where(and(eq(plan.orgId, orgId), eq(plan.id, planId)))
    .orderBy(asc(frameworkLevel.position));
}

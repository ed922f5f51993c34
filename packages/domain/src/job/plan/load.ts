import type { Reader } from "@rubric/db";
import {
  anchor,
  competency,
  criterion,
  frameworkLevel,
  frameworkTheme,
  frameworkVersion,
  kitCriterion,
  kitQuestion,
  plan,
  planInterview,
  question,
  stage,
} from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { refuse } from "../../errors.ts";
import { toInstant } from "../../wire.ts";
import type { PlanContent, PlanView } from "./schemas.ts";

/** A plan with its criteria, stages and kits; questions only where kits may be read. */
export async function loadPlan(
  read: Reader,
  orgId: string,
  planId: string,
  seesKits: boolean,
): Promise<PlanView> {
  const [row] = await read
    .select({ plan, version: frameworkVersion.number })
    .from(plan)
    .innerJoin(
      frameworkVersion,
      and(eq(frameworkVersion.orgId, plan.orgId), eq(frameworkVersion.id, plan.frameworkVersionId)),
    )
    .where(and(eq(plan.orgId, orgId), eq(plan.id, planId)));
  if (row === undefined) return refuse("NOT_FOUND", {});
  const stages = await read
    .select()
    .from(stage)
    .where(and(eq(stage.orgId, orgId), eq(stage.planId, planId)))
    .orderBy(asc(stage.position));
  const kits = await kitsOf(read, orgId, planId, seesKits);
  return {
    id: row.plan.id,
    number: row.plan.number,
    state: row.plan.state,
    frameworkVersion: { id: row.plan.frameworkVersionId, number: row.version },
    createdAt: toInstant(row.plan.createdAt),
    currentSince: toInstant(row.plan.currentSince),
    criteria: await criteriaOf(read, orgId, planId),
    stages: stages.map(({ orgId: _o, planId: _p, position: _n, ...one }) => ({
      ...one,
      interviews: kits
        .filter((kit) => kit.stageId === one.id)
        .map(({ stageId: _s, ...kit }) => kit),
    })),
  };
}

async function criteriaOf(
  read: Reader,
  orgId: string,
  planId: string,
): Promise<PlanView["criteria"]> {
  const rows = await read
    .select({
      criterion,
      competencyKey: competency.key,
      name: competency.name,
      theme: frameworkTheme.name,
      expectedLevelKey: frameworkLevel.key,
      expectedLevel: frameworkLevel.name,
      anchor: anchor.summary,
    })
    .from(criterion)
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .innerJoin(
      frameworkTheme,
      and(eq(frameworkTheme.orgId, competency.orgId), eq(frameworkTheme.id, competency.themeId)),
    )
    .innerJoin(
      frameworkLevel,
      and(
        eq(frameworkLevel.orgId, criterion.orgId),
        eq(frameworkLevel.id, criterion.expectedLevelId),
      ),
    )
    .leftJoin(
      anchor,
      and(
        eq(anchor.orgId, criterion.orgId),
        eq(anchor.competencyId, criterion.competencyId),
        eq(anchor.levelId, criterion.expectedLevelId),
      ),
    )
    .where(and(eq(criterion.orgId, orgId), eq(criterion.planId, planId)))
    .orderBy(asc(criterion.position));
  return rows.map(({ criterion: one, anchor: text, ...names }) => ({
    id: one.id,
    ...names,
    anchor: text ?? "",
    weight: one.weight,
    required: one.required,
    withdrawn: withdrawal(one),
  }));
}

type Kit = PlanView["stages"][number]["interviews"][number] & { stageId: string };

async function kitsOf(
  read: Reader,
  orgId: string,
  planId: string,
  seesKits: boolean,
): Promise<Kit[]> {
  const ofPlan = and(eq(planInterview.orgId, orgId), eq(stage.planId, planId));
  const atStage = and(eq(stage.orgId, planInterview.orgId), eq(stage.id, planInterview.stageId));
  const interviews = await read
    .select({ interview: planInterview })
    .from(planInterview)
    .innerJoin(stage, atStage)
    .where(ofPlan)
    .orderBy(asc(planInterview.position));
  const criteria = await read
    .select({ interviewId: planInterview.id, key: competency.key })
    .from(planInterview)
    .innerJoin(stage, atStage)
    .innerJoin(
      kitCriterion,
      and(
        eq(kitCriterion.orgId, planInterview.orgId),
        eq(kitCriterion.planInterviewId, planInterview.id),
      ),
    )
    .innerJoin(
      criterion,
      and(eq(criterion.orgId, kitCriterion.orgId), eq(criterion.id, kitCriterion.criterionId)),
    )
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(ofPlan)
    .orderBy(asc(kitCriterion.position));
  const questions = await read
    .select({ interviewId: planInterview.id, question })
    .from(planInterview)
    .innerJoin(stage, atStage)
    .innerJoin(
      kitQuestion,
      and(
        eq(kitQuestion.orgId, planInterview.orgId),
        eq(kitQuestion.planInterviewId, planInterview.id),
      ),
    )
    .innerJoin(
      question,
      and(eq(question.orgId, kitQuestion.orgId), eq(question.id, kitQuestion.questionId)),
    )
    .where(ofPlan)
    .orderBy(asc(kitQuestion.position));
  return interviews.map(({ interview: one }) => ({
    stageId: one.stageId,
    id: one.id,
    name: one.name,
    kind: one.kind,
    minutes: one.minutes,
    instructions: seesKits ? one.instructions : "",
    competencyKeys: criteria.filter((row) => row.interviewId === one.id).map((row) => row.key),
    questions: seesKits
      ? questions
          .filter((row) => row.interviewId === one.id)
          .map(({ question: { id, kind, competencyKey, text, ...rest } }) => ({
            id,
            kind,
            competencyKey,
            text,
            withdrawn: withdrawal(rest),
          }))
      : [],
  }));
}

function withdrawal(row: { withdrawnAt: Date | null; withdrawnReason: string | null }) {
  if (row.withdrawnAt === null) return null;
  return { at: toInstant(row.withdrawnAt), reason: row.withdrawnReason ?? "" };
}

/** A stored plan as it would be saved again; needs a view with kits. */
export function contentOf(view: PlanView): PlanContent {
  return {
    criteria: view.criteria.map(({ competencyKey, expectedLevelKey, weight, required }) => ({
      competencyKey,
      expectedLevelKey,
      weight,
      required,
    })),
    stages: view.stages.map(({ id: _id, interviews, ...one }) => ({
      ...one,
      interviews: interviews.map(({ id: _kit, questions, ...kit }) => ({
        ...kit,
        questionIds: questions.map((asked) => asked.id),
      })),
    })),
  };
}

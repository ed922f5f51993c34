import { newId, type Tx } from "@rubric/db";
import {
  criterion,
  kitCriterion,
  kitQuestion,
  plan,
  planInterview,
  stage,
} from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { VersionRows } from "../../framework/load-version.ts";
import type { PlanContent } from "./schemas.ts";

export type NewPlan = { orgId: string; jobId: string; number: number; at: Date };

/** Writes a whole plan as a draft upon a framework version; it must have passed `whyNotPlan`. */
export async function writePlan(
  tx: Tx,
  to: NewPlan,
  version: VersionRows,
  content: PlanContent,
): Promise<string> {
  const { orgId } = to;
  const planId = newId();
  await tx.insert(plan).values({
    orgId,
    id: planId,
    jobId: to.jobId,
    number: to.number,
    frameworkVersionId: version.version.id,
    state: "draft",
    createdAt: to.at,
  });
  const criteria = content.criteria.map((one, position) => ({
    key: one.competencyKey,
    values: {
      orgId,
      id: newId(),
      planId,
      competencyId: idOf(version.competencies, one.competencyKey),
      expectedLevelId: idOf(version.levels, one.expectedLevelKey),
      weight: one.weight,
      required: one.required,
      position,
    },
  }));
  await tx.insert(criterion).values(criteria.map(({ values }) => values));
  const criterionIds = criteria.map(({ key, values }) => ({ key, id: values.id }));
  for (const [position, { interviews, ...one }] of content.stages.entries()) {
    const stageId = newId();
    await tx.insert(stage).values({ orgId, id: stageId, planId, ...one, position });
    for (const [place, kit] of interviews.entries()) {
      await writeKit(tx, { orgId, stageId, position: place }, kit, criterionIds);
    }
  }
  return planId;
}

type KitContent = PlanContent["stages"][number]["interviews"][number];

async function writeKit(
  tx: Tx,
  at: { orgId: string; stageId: string; position: number },
  kit: KitContent,
  criterionIds: readonly { key: string; id: string }[],
): Promise<void> {
  const { orgId } = at;
  const planInterviewId = newId();
  const { competencyKeys, questionIds, ...head } = kit;
  await tx.insert(planInterview).values({ ...at, id: planInterviewId, ...head });
  await tx.insert(kitCriterion).values(
    competencyKeys.map((key, position) => ({
      orgId,
      planInterviewId,
      criterionId: idOf(criterionIds, key),
      position,
    })),
  );
  if (questionIds.length === 0) return;
  await tx
    .insert(kitQuestion)
    .values(
      questionIds.map((questionId, position) => ({ orgId, planInterviewId, questionId, position })),
    );
}

/** Deletes a draft; plans that were adopted are never deleted. */
export async function deleteDraft(tx: Tx, orgId: string, planId: string): Promise<void> {
  const interviews = tx
    .select({ id: planInterview.id })
    .from(planInterview)
    .innerJoin(
      stage,
      and(eq(stage.orgId, planInterview.orgId), eq(stage.id, planInterview.stageId)),
    )
    .where(and(eq(planInterview.orgId, orgId), eq(stage.planId, planId)));
  for (const table of [kitQuestion, kitCriterion]) {
    await tx
      .delete(table)
      .where(and(eq(table.orgId, orgId), inArray(table.planInterviewId, interviews)));
  }
  const stages = tx
    .select({ id: stage.id })
    .from(stage)
    .where(and(eq(stage.orgId, orgId), eq(stage.planId, planId)));
  await tx
    .delete(planInterview)
    .where(and(eq(planInterview.orgId, orgId), inArray(planInterview.stageId, stages)));
  await tx.delete(stage).where(and(eq(stage.orgId, orgId), eq(stage.planId, planId)));
  await tx.delete(criterion).where(and(eq(criterion.orgId, orgId), eq(criterion.planId, planId)));
  await tx
    .delete(plan)
    .where(and(eq(plan.orgId, orgId), eq(plan.id, planId), eq(plan.state, "draft")));
}

function idOf(list: readonly { key: string; id: string }[], key: string): string {
  const found = list.find((one) => one.key === key);
  if (found === undefined) throw new Error(`A plan that was checked names no "${key}".`);
  return found.id;
}

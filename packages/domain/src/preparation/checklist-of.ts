import {
  competency,
  criterion,
  kitCriterion,
  planInterview,
  question,
  stage,
} from "@rubric/db/schema";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { stepsOf } from "../candidate/steps.ts";
import type { ReadCtx } from "../context.ts";
import { checksOf } from "./checklist.ts";
import { publicTips } from "./rules.ts";
import type { CheckStep } from "./schemas.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

/** What to do before each step of a plan, with the bank's tips for what the step looks at. */
export async function checklistOf(ctx: Ctx, planId: string): Promise<CheckStep[]> {
  const steps = await stepsOf(ctx, [planId]);
  const assessed = await assessedIn(ctx, planId);
  const tips = await tipsOf(
    ctx,
    assessed.map(({ key }) => key),
  );
  return steps.map(({ id, key, name, kind, assesses, tip, interviews }) => {
    const here = assessed.filter(({ stageId }) => stageId === id);
    const names = new Map(here.map((one) => [one.key, one.name]));
    const step = {
      key,
      name,
      kind,
      assesses,
      tip,
      interviews,
      competencies: [...new Set(names.values())],
    };
    return {
      ...step,
      items: checksOf(step),
      tips: tips.flatMap((one) => {
        const of = names.get(one.competency);
        return of === undefined ? [] : [{ kind: one.kind, competency: of, text: one.tip }];
      }),
    };
  });
}

/** The competencies that each stage of a plan looks at, in the order of its interviews and kits. */
async function assessedIn({ read, org }: Ctx, planId: string) {
  return read
    .select({ stageId: stage.id, key: competency.key, name: competency.name })
    .from(stage)
    .innerJoin(
      planInterview,
      and(eq(planInterview.orgId, stage.orgId), eq(planInterview.stageId, stage.id)),
    )
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
    .where(and(eq(stage.orgId, org.id), eq(stage.planId, planId), isNull(criterion.withdrawnAt)))
    .orderBy(asc(stage.position), asc(planInterview.position), asc(kitCriterion.position));
}

/** Tips from all of the bank, not from the kits: which questions are asked nobody reads off them. */
async function tipsOf({ read, org }: Ctx, competencies: readonly string[]) {
  if (competencies.length === 0) return [];
  const bank = await read
    .select()
    .from(question)
    .where(
      and(
        eq(question.orgId, org.id),
        isNull(question.withdrawnAt),
        inArray(question.competencyKey, [...new Set(competencies)]),
      ),
    )
    .orderBy(asc(question.competencyKey), asc(question.kind), asc(question.id));
  return publicTips(
    bank.map(
      ({ kind, competencyKey, tip, text, assesses, strongSignals, redFlags, followUps }) => ({
        kind,
        competency: competencyKey,
        tip,
        hidden: [text, assesses, ...strongSignals, ...redFlags, ...followUps],
      }),
    ),
  );
}

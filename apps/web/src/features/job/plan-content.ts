import { PlanContent, type PlanView } from "@rubric/domain/job/plan/schemas";
import { type PlanFacts, planProblems } from "@rubric/domain/job/plan/rules";
import type { JobView } from "@rubric/domain/job/schemas";
import { fieldErrors } from "@rubric/domain/wire";

export type Stage = PlanContent["stages"][number];
export type Kit = Stage["interviews"][number];
export type Criterion = PlanContent["criteria"][number];

/** A plan as it would be saved again; what was withdrawn is left out, for it cannot come back. */
export function contentOf(view: PlanView): PlanContent {
  const kept = view.criteria.filter((one) => one.withdrawn === null);
  const keys = new Set(kept.map((one) => one.competencyKey));
  return {
    criteria: kept.map(({ competencyKey, expectedLevelKey, weight, required }) => ({
      competencyKey,
      expectedLevelKey,
      weight,
      required,
    })),
    stages: view.stages.map(({ id: _id, interviews, ...stage }) => ({
      ...stage,
      interviews: interviews.map(({ id: _kit, questions, competencyKeys, ...kit }) => ({
        ...kit,
        competencyKeys: competencyKeys.filter((key) => keys.has(key)),
        questionIds: questions.filter((one) => one.withdrawn === null).map((one) => one.id),
      })),
    })),
  };
}

/** A plan of three stages without a rubric, to start from. */
export function emptyPlan(): PlanContent {
  const stage = { assesses: "", tip: "", debrief: false, answerDays: 5, interviews: [] };
  return {
    criteria: [],
    stages: [
      { ...stage, key: "review", name: "Application review", kind: "review" },
      {
        ...stage,
        key: "interviews",
        name: "Interviews",
        kind: "interview",
        debrief: true,
        interviews: [emptyKit("Interview")],
      },
      { ...stage, key: "offer", name: "Offer", kind: "offer" },
    ],
  };
}

/** An interview that rates nothing yet. */
export function emptyKit(name: string): Kit {
  return {
    name,
    kind: "interview",
    minutes: 60,
    instructions: "",
    competencyKeys: [],
    questionIds: [],
  };
}

/** A stage of interviews with a key that the plan does not have yet. */
export function emptyStage(plan: PlanContent): Stage {
  const keys = new Set(plan.stages.map((stage) => stage.key));
  let number = plan.stages.length;
  while (keys.has(`stage-${number}`)) number += 1;
  return {
    key: `stage-${number}`,
    name: "New stage",
    kind: "interview",
    assesses: "",
    tip: "",
    debrief: false,
    answerDays: 5,
    interviews: [emptyKit("Interview")],
  };
}

/** What keeps a plan from being saved, by the schema and the rule that the server asks. */
export function problemsOf(plan: PlanContent, job: JobView) {
  const withdrawn = [job.plans.current, job.plans.draft].flatMap((view) =>
    (view?.criteria ?? []).filter((one) => one.withdrawn !== null).map((one) => one.competencyKey),
  );
  const facts: PlanFacts = {
    competencies: new Map(job.framework.competencies.map((one) => [one.key, one.name])),
    levels: new Set(job.framework.levels.map((one) => one.key)),
    withdrawnCompetencies: new Set(withdrawn),
    questions: new Set(job.questions.map((one) => one.id)),
  };
  const parsed = PlanContent.safeParse(plan);
  const amiss = parsed.success ? {} : fieldErrors(parsed.error);
  const unnamed = plan.stages.flatMap((stage, s) => [
    ...(stage.name.trim() === ""
      ? [{ path: `stages.${s}.name`, sentence: "Each stage needs a name." }]
      : []),
    ...stage.interviews.flatMap((kit, i) =>
      kit.name.trim() === ""
        ? [{ path: `stages.${s}.interviews.${i}.name`, sentence: "Each interview needs a name." }]
        : [],
    ),
  ]);
  const named = new Set(unnamed.map((one) => one.path));
  const others = Object.entries(amiss).flatMap(([path, sentence]) =>
    named.has(path) ? [] : [{ path, sentence }],
  );
  return [...unnamed, ...others, ...planProblems(plan, facts)];
}

/** A list with one item replaced, or removed where the change is null. */
export function withItem<Item>(list: readonly Item[], index: number, item: Item | null): Item[] {
  return list.flatMap((one, at) => (at === index ? (item === null ? [] : [item]) : [one]));
}

/** A list with one item moved up (-1) or down (+1). */
export function moved<Item>(list: readonly Item[], index: number, by: -1 | 1): Item[] {
  const item = list[index];
  const rest = withItem(list, index, null);
  return item === undefined
    ? [...list]
    : [...rest.slice(0, index + by), item, ...rest.slice(index + by)];
}

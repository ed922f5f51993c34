import { deny, type Denial } from "../../errors.ts";
import type { PlanContent } from "./schemas.ts";

/** What a plan may name: the framework version's keys, the bank's questions, and what is withdrawn. */
export type PlanFacts = {
  competencies: ReadonlyMap<string, string>;
  levels: ReadonlySet<string>;
  /** Competencies whose criterion was withdrawn in this job (law 6). */
  withdrawnCompetencies: ReadonlySet<string>;
  questions: ReadonlySet<string>;
};

/** What is wrong at one place of a plan; `path` as in `stages.2.interviews.0.name`. */
export type PlanProblem = { path: string; sentence: string };

/** Everything that keeps a plan from being saved or adopted, in the order of its parts. */
export function planProblems(plan: PlanContent, facts: PlanFacts): PlanProblem[] {
  return [...criteriaProblems(plan, facts), ...stageProblems(plan), ...kitProblems(plan, facts)];
}

/** A plan is whole: a rubric, a review first, an offer last, and no interview without criteria. */
export function whyNotPlan(plan: PlanContent, facts: PlanFacts): Denial | null {
  const problems = planProblems(plan, facts);
  return problems.length === 0 ? null : deny("PLAN_INVALID", { problems });
}

function criteriaProblems(plan: PlanContent, facts: PlanFacts): PlanProblem[] {
  if (plan.criteria.length === 0) {
    return [{ path: "criteria", sentence: "The rubric needs at least one criterion." }];
  }
  const seen = new Set<string>();
  return plan.criteria.flatMap(({ competencyKey, expectedLevelKey }, index) => {
    const name = facts.competencies.get(competencyKey);
    const at = (field: string, sentence: string) => [
      { path: `criteria.${index}.${field}`, sentence },
    ];
    if (name === undefined) {
      return at("competencyKey", `The framework has no competency "${competencyKey}".`);
    }
    if (seen.has(competencyKey)) return at("competencyKey", `${name} stands in the rubric twice.`);
    seen.add(competencyKey);
    if (facts.withdrawnCompetencies.has(competencyKey)) {
      return at("competencyKey", `${name} is withdrawn and may not be used in this job.`);
    }
    return facts.levels.has(expectedLevelKey)
      ? []
      : at("expectedLevelKey", `Choose the level that is expected in ${name}.`);
  });
}

function stageProblems({ stages }: PlanContent): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (stages[0]?.kind !== "review") {
    problems.push({ path: "stages", sentence: "The first stage is a review of the application." });
  }
  if (stages.at(-1)?.kind !== "offer") {
    problems.push({ path: "stages", sentence: "The last stage is the offer." });
  }
  const seen = new Set<string>();
  for (const [index, stage] of stages.entries()) {
    const at = (field: string, sentence: string) =>
      problems.push({ path: `stages.${index}.${field}`, sentence });
    if (seen.has(stage.key)) at("key", `Two stages have the key "${stage.key}".`);
    seen.add(stage.key);
    if (stage.kind === "offer" && index < stages.length - 1) {
      at("kind", "Only the last stage is an offer.");
    }
    if (stage.kind === "interview" && stage.interviews.length === 0) {
      at("interviews", `${stage.name} needs at least one interview.`);
    }
    if (stage.kind !== "interview" && stage.interviews.length > 0) {
      at("interviews", `${stage.name} is no interview stage, so it has no interviews.`);
    }
  }
  return problems;
}

function kitProblems(plan: PlanContent, facts: PlanFacts): PlanProblem[] {
  const rubric = new Set(plan.criteria.map((one) => one.competencyKey));
  const interviews = plan.stages.flatMap((stage, s) =>
    stage.interviews.map((interview, i) => ({ interview, path: `stages.${s}.interviews.${i}` })),
  );
  const problems = interviews.flatMap(({ interview, path }) => {
    const { competencyKeys, questionIds, name } = interview;
    const at = (field: string, sentence: string) => ({ path: `${path}.${field}`, sentence });
    if (competencyKeys.length === 0) {
      return [at("competencyKeys", `${name} needs at least one criterion to rate.`)];
    }
    const found: PlanProblem[] = [];
    if (competencyKeys.some((key) => !rubric.has(key))) {
      found.push(at("competencyKeys", `${name} rates something that the rubric does not hold.`));
    }
    if (new Set(competencyKeys).size < competencyKeys.length) {
      found.push(at("competencyKeys", `${name} rates a criterion twice.`));
    }
    if (questionIds.some((id) => !facts.questions.has(id))) {
      found.push(
        at("questionIds", `${name} asks a question that is withdrawn, rests or is unknown.`),
      );
    }
    if (new Set(questionIds).size < questionIds.length) {
      found.push(at("questionIds", `${name} asks a question twice.`));
    }
    return found;
  });
  const rated = new Set(interviews.flatMap(({ interview }) => interview.competencyKeys));
  for (const [index, one] of plan.criteria.entries()) {
    if (!one.required || rated.has(one.competencyKey)) continue;
    const name = facts.competencies.get(one.competencyKey) ?? one.competencyKey;
    problems.push({
      path: `criteria.${index}.required`,
      sentence: `${name} is required, but no interview rates it.`,
    });
  }
  return problems;
}

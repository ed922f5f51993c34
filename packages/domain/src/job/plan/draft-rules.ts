import { deny, type Denial } from "../../errors.ts";

/** There is a draft to adopt. */
export function whyNotDraft(plan: { draft: boolean }): Denial | null {
  return plan.draft ? null : deny("PLAN_NO_DRAFT", {});
}

/** A draft is written and adopted as its author saw it, by the id that each save gives it anew. */
export function whyNotSavePlan(seen: string | null, draft: string | null): Denial | null {
  return seen === draft ? null : deny("PLAN_CHANGED", {});
}

/** Law 6: a plan is written by the framework's newest published version. */
export function whyNotVersion(
  written: string,
  newest: { id: string; number: number },
): Denial | null {
  return written === newest.id ? null : deny("PLAN_FRAMEWORK_MOVED", { number: newest.number });
}

/** Law 6: a criterion is withdrawn once. */
export function whyNotWithdrawCriterion(criterion: {
  name: string;
  withdrawn: boolean;
}): Denial | null {
  return criterion.withdrawn ? deny("CRITERION_WITHDRAWN", { criterion: criterion.name }) : null;
}

/** Law 6: nobody is moved to a plan that has no stage like theirs. */
export function whyNotLoseStage(
  stages: readonly { name: string; applications: number; there: boolean }[],
): Denial | null {
  const lost = stages.find((one) => one.applications > 0 && !one.there);
  return lost === undefined
    ? null
    : deny("MOVE_STAGE_GONE", { stage: lost.name, applications: lost.applications });
}

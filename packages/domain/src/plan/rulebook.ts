import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAgreePlan,
  whyNotAimAt,
  whyNotArranged,
  whyNotEditPlan,
  whyNotEndPlan,
  whyNotMakePlan,
  whyNotMarkDone,
  whyNotReplan,
  whyNotStartOn,
  whyNotUndo,
} from "./rules.ts";

const tests = "plan/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const PLAN_RULES: readonly FixedRule[] = [
  fixed("plan", whyNotMakePlan, {
    says: "A new plan is made neither beside a draft nor beside one that is under way.",
    points: ["plan.make"],
    codes: ["GROWTH_PLAN_DRAFT", "GROWTH_PLAN_IN_FORCE"],
    laws: [],
    tests,
  }),
  fixed("plan", whyNotAimAt, {
    says: "A plan has something to work on, and a promotion leads upwards.",
    points: ["plan.preview", "plan.make"],
    codes: ["GROWTH_PLAN_NOT_ABOVE", "GROWTH_PLAN_NOTHING"],
    laws: [],
    tests,
  }),
  fixed("plan", whyNotStartOn, {
    says: "A plan starts in the week that runs, or soon.",
    points: ["plan.preview", "plan.make"],
    codes: ["GROWTH_PLAN_START"],
    laws: [],
    tests,
  }),
  fixed("plan", whyNotEditPlan, {
    says: "Only a draft is changed or agreed to, and only as it was read.",
    points: ["plan.edit", "plan.agree"],
    codes: ["GROWTH_PLAN_NOT_DRAFT", "GROWTH_PLAN_CHANGED"],
    laws: [],
    tests,
  }),
  fixed("plan", whyNotArranged, {
    says: "A plan repeats nothing, holds what its items require and before them, and keeps its hours.",
    points: ["plan.edit"],
    codes: ["GROWTH_PLAN_REPEATS", "GROWTH_PLAN_REQUIRES", "GROWTH_PLAN_ORDER", "GROWTH_PLAN_FULL"],
    laws: [],
    tests,
  }),
  fixed("plan", whyNotAgreePlan, {
    says: "A draft that holds something is agreed to by the person and their manager, each once.",
    points: ["plan.agree"],
    codes: [
      "GROWTH_PLAN_NOT_DRAFT",
      "GROWTH_PLAN_EMPTY",
      "GROWTH_PLAN_ALONE",
      "GROWTH_PLAN_AGREED",
    ],
    laws: [4],
    tests,
  }),
  fixed("plan", whyNotMarkDone, {
    says: "What a plan that was agreed on holds is marked as done once.",
    points: ["plan.markDone"],
    codes: ["GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_ITEM_DONE"],
    laws: [],
    tests,
  }),
  fixed("plan", whyNotUndo, {
    says: "What is marked as done is taken back while its plan is under way.",
    points: ["plan.undo"],
    codes: ["GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_ITEM_OPEN"],
    laws: [],
    tests,
  }),
  fixed("plan", whyNotReplan, {
    says: "A plan that is under way is made anew, unless a draft waits.",
    points: ["plan.replan"],
    codes: ["GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_DRAFT"],
    laws: [],
    tests,
  }),
  fixed("plan", whyNotEndPlan, {
    says: "A plan ends once.",
    points: ["plan.end"],
    codes: ["GROWTH_PLAN_OVER"],
    laws: [],
    tests,
  }),
];

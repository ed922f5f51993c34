import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotIdentify, whyNotReadFairness } from "./rules.ts";

const tests = "fairness/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const FAIRNESS_RULES: readonly FixedRule[] = [
  fixed("fairness", whyNotIdentify, {
    says: "Each answer of how somebody identifies themself is to a question that is asked, and one of its own.",
    points: ["fairness.identify"],
    codes: ["NOT_ASKED"],
    laws: [],
    tests,
  }),
  fixed("fairness", whyNotReadFairness, {
    says: "Only an auditor who is nothing else reads how groups fared, so that nobody decides by it.",
    points: ["fairness.show"],
    codes: ["FAIRNESS_DECIDER"],
    laws: [1],
    tests,
  }),
];

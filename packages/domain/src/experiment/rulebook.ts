import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotStart, whyNotStop, whyNotVary } from "./rules.ts";

const tests = "experiment/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const EXPERIMENT_RULES: readonly FixedRule[] = [
  fixed("experiment", whyNotVary, {
    says: "An experiment varies neither pay nor what a law decides, and only what can be measured.",
    points: ["experiment.draft", "experiment.start"],
    codes: ["EXPERIMENT_RULE"],
    laws: [],
    tests,
  }),
  fixed("experiment", whyNotStart, {
    says: "A draft of an experiment is started once, by another admin than its author.",
    points: ["experiment.start"],
    codes: ["EXPERIMENT_STATE", "EXPERIMENT_OWN"],
    laws: [],
    tests,
  }),
  fixed("experiment", whyNotStop, {
    says: "An experiment is stopped once and for good.",
    points: ["experiment.stop"],
    codes: ["EXPERIMENT_STATE"],
    laws: [],
    tests,
  }),
];

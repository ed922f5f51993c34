import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotRaters } from "./rules.ts";

/** The rules of this folder that are the same for every organization. */
export const ROUND_RULES: readonly FixedRule[] = [
  fixed("round", whyNotRaters, {
    says: "Figures on how managers rate are shown where they were switched on, and of enough people.",
    points: ["round.showRaters"],
    codes: ["RATERS_OFF", "RATERS_TOO_FEW"],
    laws: [],
    tests: "round/rules.test.ts",
  }),
];

import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotErase } from "./rules.ts";

const tests = "retention/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const RETENTION_RULES: readonly FixedRule[] = [
  fixed("retention", whyNotErase, {
    says: "A person is erased once, and not while it is already happening.",
    points: ["candidate.askErasure", "retention.erase"],
    codes: ["CANDIDATE_ERASED", "ERASURE_RUNNING"],
    laws: [10],
    tests,
  }),
];

import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotErase } from "./rules.ts";

const tests = "retention/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const RETENTION_RULES: readonly FixedRule[] = [
  fixed("retention", whyNotErase, {
    says: "A person is erased once: not while it is already happening, nor while what is left of them waits for a law.",
    points: ["candidate.askErasure", "retention.erase"],
    codes: ["CANDIDATE_ERASED", "ERASURE_RUNNING", "ERASURE_WAITING"],
    laws: [10],
    tests,
  }),
];

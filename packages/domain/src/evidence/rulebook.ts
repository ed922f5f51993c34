import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotAddEvidence, whyNotHoldFile, whyNotRemoveEvidence } from "./rules.ts";

const tests = "evidence/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const EVIDENCE_RULES: readonly FixedRule[] = [
  fixed("evidence", whyNotAddEvidence, {
    says: "Evidence comes with exactly what its kind asks for, of a day that has come, for known competencies.",
    points: ["evidence.add"],
    codes: ["EVIDENCE_PART"],
    laws: [],
    tests,
  }),
  fixed("evidence", whyNotHoldFile, {
    says: "The files of a member's evidence hold only so much, so that all of it can be taken along at once.",
    points: ["evidence.add"],
    codes: ["EVIDENCE_FULL"],
    laws: [],
    tests,
  }),
  fixed("evidence", whyNotRemoveEvidence, {
    says: "Evidence is removed once.",
    points: ["evidence.remove"],
    codes: ["EVIDENCE_REMOVED"],
    laws: [],
    tests,
  }),
];

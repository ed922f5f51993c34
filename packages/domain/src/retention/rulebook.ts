import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotErase, whyNotLift, whyNotNotice } from "./rules.ts";

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
  fixed("retention", whyNotNotice, {
    says: "The privacy notice is sent once, to whom a member added or referred.",
    points: ["retention.sendNotice"],
    codes: ["NOTICE_NOT_OWED", "NOTICE_SENT"],
    laws: [10],
    tests,
  }),
  fixed("retention", whyNotLift, {
    says: "A legal hold is lifted once.",
    points: ["retention.liftHold"],
    codes: ["HOLD_LIFTED"],
    laws: [10],
    tests,
  }),
];

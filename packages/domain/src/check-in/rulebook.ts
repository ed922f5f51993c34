import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotRecord, whyNotReply } from "./rules.ts";

const tests = "check-in/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const CHECK_IN_RULES: readonly FixedRule[] = [
  fixed("check-in", whyNotRecord, {
    says: "A check-in is for a week that has begun and is not long over, and changes until it is answered.",
    points: ["checkIn.record"],
    codes: ["CHECK_IN_WEEK", "CHECK_IN_ANSWERED"],
    laws: [3],
    tests,
  }),
  fixed("check-in", whyNotReply, {
    says: "A check-in is answered once, and as it was read.",
    points: ["checkIn.reply"],
    codes: ["CHECK_IN_ANSWERED", "CHECK_IN_CHANGED"],
    laws: [3],
    tests,
  }),
];

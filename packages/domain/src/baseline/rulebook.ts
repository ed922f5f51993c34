import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotBaseline,
  whyNotObject,
  whyNotOpenBaseline,
  whyNotReadBaseline,
  whyNotShareBaseline,
  whyNotWithdrawObjection,
} from "./rules.ts";

const tests = "baseline/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const BASELINE_RULES: readonly FixedRule[] = [
  fixed("baseline", whyNotBaseline, {
    says: "A rating of an interview becomes part of a baseline only where the privacy notice said so before it began, and where it counts at all.",
    points: [
      "baseline.show",
      "baseline.open",
      "baseline.share",
      "baseline.object",
      "baseline.withdrawObjection",
      "plan.preview",
      "plan.make",
    ],
    codes: ["BASELINE_LEFT_OUT"],
    laws: [10],
    tests,
  }),
  fixed("baseline", whyNotReadBaseline, {
    says: "The person sees their baseline first; the manager nothing before, and nothing while they object.",
    points: ["baseline.show", "plan.preview", "plan.make"],
    codes: ["BASELINE_SEALED"],
    laws: [10],
    tests,
  }),
  fixed("baseline", whyNotOpenBaseline, {
    says: "A baseline is opened once, by whom it is about.",
    points: ["baseline.open"],
    codes: ["BASELINE_EMPTY", "BASELINE_OPENED"],
    laws: [],
    tests,
  }),
  fixed("baseline", whyNotShareBaseline, {
    says: "Who lets their manager see their baseline has seen it, and does not object.",
    points: ["baseline.share"],
    codes: ["BASELINE_EMPTY", "BASELINE_UNOPENED", "BASELINE_OBJECTED"],
    laws: [],
    tests,
  }),
  fixed("baseline", whyNotObject, {
    says: "The person may object to the use of their baseline at any time.",
    points: ["baseline.object"],
    codes: ["BASELINE_EMPTY", "BASELINE_OBJECTED"],
    laws: [],
    tests,
  }),
  fixed("baseline", whyNotWithdrawObjection, {
    says: "Only an objection that stands is withdrawn.",
    points: ["baseline.withdrawObjection"],
    codes: ["BASELINE_NOT_OBJECTED"],
    laws: [],
    tests,
  }),
];

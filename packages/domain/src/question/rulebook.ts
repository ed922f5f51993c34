import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotCompetency, whyNotRest, whyNotUpdate, whyNotWake, whyNotWithdraw } from "./rules.ts";

const tests = "question/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const QUESTION_RULES: readonly FixedRule[] = [
  fixed("question", whyNotUpdate, {
    says: "A question that an adopted plan asks stays as it is.",
    points: ["question.update"],
    codes: ["QUESTION_WITHDRAWN", "QUESTION_IN_USE"],
    laws: [6],
    tests,
  }),
  fixed("question", whyNotWithdraw, {
    says: "A question is withdrawn once.",
    points: ["question.withdraw"],
    codes: ["QUESTION_WITHDRAWN"],
    laws: [6],
    tests,
  }),
  fixed("question", whyNotRest, {
    says: "A question rests once, and until a day to come.",
    points: ["question.rest"],
    codes: ["QUESTION_WITHDRAWN", "QUESTION_RESTING", "REST_OVER"],
    laws: [6],
    tests,
  }),
  fixed("question", whyNotWake, {
    says: "Only a question that rests is woken.",
    points: ["question.wake"],
    codes: ["QUESTION_WITHDRAWN", "QUESTION_AWAKE"],
    laws: [6],
    tests,
  }),
  fixed("question", whyNotCompetency, {
    says: "A question asks about a competency of a published framework.",
    points: ["question.create", "question.update"],
    codes: ["COMPETENCY_UNKNOWN"],
    laws: [],
    tests,
  }),
];

import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotAskFeedback, whyNotSendFeedback, whyNotWriteFeedback } from "./rules.ts";

const tests = "feedback/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const FEEDBACK_RULES: readonly FixedRule[] = [
  fixed("feedback", whyNotAskFeedback, {
    says: "Feedback is asked for once, by a candidate who was told of a rejection on merit.",
    points: ["feedback.ask"],
    codes: ["FEEDBACK_ASKED", "FEEDBACK_NOT_REJECTED", "FEEDBACK_NOT_ON_MERIT"],
    laws: [],
    tests,
  }),
  fixed("feedback", whyNotWriteFeedback, {
    says: "Feedback is written as long as it is owed, and never changes once it was sent.",
    points: ["feedback.saveDraft", "feedback.send"],
    codes: ["FEEDBACK_NOT_ASKED", "FEEDBACK_SENT", "FEEDBACK_REOPENED"],
    laws: [],
    tests,
  }),
  fixed("feedback", whyNotSendFeedback, {
    says: "Feedback is its author's own words: it repeats nobody who judged the candidate, and names none of them.",
    points: ["feedback.send"],
    codes: ["FEEDBACK_EMPTY", "FEEDBACK_COPIED", "FEEDBACK_NAMES"],
    laws: [1],
    tests,
  }),
];

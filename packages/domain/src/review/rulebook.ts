import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAlone,
  whyNotAnswerReview,
  whyNotCancelReview,
  whyNotCloseReview,
  whyNotDueOn,
  whyNotReadSide,
  whyNotSubmitSide,
  whyNotWriteSide,
} from "./rules.ts";

const tests = "review/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const REVIEW_RULES: readonly FixedRule[] = [
  fixed("review", whyNotAlone, {
    says: "Who has no manager is not reviewed, for nobody could write the other side.",
    points: ["review.open"],
    codes: ["REVIEW_ALONE"],
    laws: [4],
    tests,
  }),
  fixed("review", whyNotDueOn, {
    says: "A review is due on a day to come, and not too far away.",
    points: ["review.open", "round.open"],
    codes: ["REVIEW_DUE"],
    laws: [],
    tests,
  }),
  fixed("review", whyNotWriteSide, {
    says: "A side is written while its review is open and until it is submitted.",
    points: ["review.saveDraft", "review.submit", "review.show"],
    codes: ["REVIEW_CLOSED", "REVIEW_SUBMITTED"],
    laws: [3],
    tests,
  }),
  fixed("review", whyNotSubmitSide, {
    says: "Each required competency is rated or left out with a reason, each rating on evidence.",
    points: ["review.submit"],
    codes: ["REVIEW_INCOMPLETE"],
    laws: [2],
    tests,
  }),
  fixed("review", whyNotReadSide, {
    says: "Neither side is read by the other until both are in, or the due date has passed.",
    points: ["review.show", "review.submit", "review.close"],
    codes: ["REVIEW_SEALED"],
    laws: [1],
    tests,
  }),
  fixed("review", whyNotCloseReview, {
    says: "A review is closed once it may be compared, or once the one side that came in is open.",
    points: ["review.close", "review.show"],
    codes: ["REVIEW_CLOSED", "REVIEW_WAITS", "REVIEW_EMPTY"],
    laws: [1],
    tests,
  }),
  fixed("review", whyNotCancelReview, {
    says: "A review is cancelled while it is open.",
    points: ["review.cancel", "review.show"],
    codes: ["REVIEW_CLOSED"],
    laws: [],
    tests,
  }),
  fixed("review", whyNotAnswerReview, {
    says: "Whom a review is about answers it once it is closed.",
    points: ["review.answer", "review.show"],
    codes: ["REVIEW_NOT_CLOSED"],
    laws: [],
    tests,
  }),
];

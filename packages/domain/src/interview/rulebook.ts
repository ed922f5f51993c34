import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAbsent,
  whyNotArrange,
  whyNotAt,
  whyNotCancel,
  whyNotFocus,
  whyNotInState,
  whyNotPropose,
  whyNotSeat,
} from "./rules.ts";

const tests = "interview/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const INTERVIEW_RULES: readonly FixedRule[] = [
  fixed("interview", whyNotInState, {
    says: "An interview takes a command only in the states that it starts from, and is not moved, swapped or given a focus once it has begun.",
    points: [
      "interview.propose",
      "interview.schedule",
      "interview.chooseTime",
      "interview.move",
      "interview.swap",
      "interview.cancel",
      "interview.markAbsent",
      "interview.setFocus",
    ],
    codes: ["INTERVIEW_STATE", "INTERVIEW_BEGUN", "INTERVIEW_NOT_YET"],
    laws: [],
    tests,
  }),
  fixed("interview", whyNotArrange, {
    says: "Interviews are arranged for applications that have not ended.",
    points: [
      "interview.propose",
      "interview.schedule",
      "interview.chooseTime",
      "interview.move",
      "interview.swap",
      "interview.addExtra",
      "interview.setFocus",
    ],
    codes: ["INTERVIEW_APPLICATION_ENDED"],
    laws: [],
    tests,
  }),
  fixed("interview", whyNotAt, {
    says: "An interview starts in the future.",
    points: ["interview.propose", "interview.schedule", "interview.chooseTime", "interview.move"],
    codes: ["INTERVIEW_STARTS_IN_PAST"],
    laws: [],
    tests,
  }),
  fixed("interview", whyNotPropose, {
    says: "Proposed times are all to come, and no two are the same.",
    points: ["interview.propose"],
    codes: ["INTERVIEW_TIMES_TWICE", "INTERVIEW_STARTS_IN_PAST"],
    laws: [],
    tests,
  }),
  fixed("interview", whyNotSeat, {
    says: "Nobody sits in an interview twice.",
    points: ["interview.propose", "interview.schedule"],
    codes: ["INTERVIEWER_TWICE"],
    laws: [],
    tests,
  }),
  fixed("interview", whyNotAbsent, {
    says: "Somebody is marked absent only once the interview has begun, and if nobody judged it.",
    points: ["interview.markAbsent"],
    codes: ["INTERVIEW_SCORECARD_IN", "INTERVIEW_STATE", "INTERVIEW_NOT_YET"],
    laws: [3],
    tests,
  }),
  fixed("interview", whyNotCancel, {
    says: "An interview is cancelled only if nobody judged it yet.",
    points: ["interview.cancel"],
    codes: ["INTERVIEW_SCORECARD_IN", "INTERVIEW_STATE"],
    laws: [3],
    tests,
  }),
  fixed("interview", whyNotFocus, {
    says: "A focus hands on criteria and questions, never a judgement.",
    points: ["interview.setFocus"],
    codes: ["FOCUS_JUDGES"],
    laws: [1],
    tests,
  }),
];

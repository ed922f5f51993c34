import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAnswer,
  whyNotDeviate,
  whyNotEnter,
  whyNotHold,
  whyNotMessage,
  whyNotMove,
  whyNotNow,
  whyNotReject,
  whyNotTakeBack,
  whyNotTransfer,
  whyNotUnread,
} from "./rules.ts";

const tests = "application/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const APPLICATION_RULES: readonly FixedRule[] = [
  fixed("application", whyNotNow, {
    says: "An application takes a command only in the states that the command starts from.",
    points: [
      "application.hold",
      "application.message",
      "application.resume",
      "application.reject",
      "application.withdraw",
      "application.move",
      "application.transfer",
    ],
    codes: ["APPLICATION_STATE"],
    laws: [],
    tests,
  }),
  fixed("application", whyNotMove, {
    says: "Without a decision on merit an application is only moved back, or past stages in which nothing happened yet.",
    points: ["application.move"],
    codes: [
      "STAGE_SAME",
      "STAGE_LEFT",
      "OFFER_OUT",
      "MERIT_DECISION",
      "STAGE_BEGUN",
      "APPLICATION_STATE",
    ],
    laws: [4, 5, 9],
    tests,
  }),
  fixed("application", whyNotHold, {
    says: "An application is put on hold with a promised next word, on a day to come that is not too far away.",
    points: ["application.hold"],
    codes: ["APPLICATION_STATE", "NEXT_WORD_PAST"],
    laws: [11],
    tests,
  }),
  fixed("application", whyNotMessage, {
    says: "A message keeps the promised word, so once that is due it promises the next one.",
    points: ["application.message"],
    codes: ["NEXT_WORD_DUE", "APPLICATION_STATE", "NEXT_WORD_PAST"],
    laws: [11],
    tests,
  }),
  fixed("application", whyNotReject, {
    says: "An administrative rejection needs no quorum, but its fact must hold, and no offer is out.",
    points: ["application.reject"],
    codes: ["OFFER_OUT", "REJECTION_UNFOUNDED", "APPLICATION_STATE"],
    laws: [4, 9],
    tests,
  }),
  fixed("application", whyNotTakeBack, {
    says: "An administrative rejection is taken back until its e-mail has left; a decision on merit stands.",
    points: ["application.takeBackMail"],
    codes: [
      "NOTHING_TO_TAKE_BACK",
      "DECISION_STANDS",
      "MAIL_LEFT",
      "JOB_NOT_OPEN",
      "ACTIVE_APPLICATION",
    ],
    laws: [5],
    tests,
  }),
  fixed("application", whyNotTransfer, {
    says: "A transfer goes to another open job, while no offer is out.",
    points: ["application.transfer"],
    codes: ["OFFER_OUT", "SAME_JOB", "APPLICATION_STATE", "JOB_NOT_OPEN"],
    laws: [9],
    tests,
  }),
  fixed("application", whyNotEnter, {
    says: "A job takes applications in while it is open.",
    points: ["application.transfer", "candidate.applyToJob", "candidate.add", "candidate.refer"],
    codes: ["JOB_NOT_OPEN"],
    laws: [],
    tests,
  }),
  fixed("application", whyNotUnread, {
    says: "Whoever writes to a candidate has read what that one asked last.",
    points: ["application.message"],
    codes: ["QUESTION_UNREAD"],
    laws: [],
    tests,
  }),
  fixed("application", whyNotAnswer, {
    says: "What a candidate asks to be arranged is answered once.",
    points: ["application.answerAdjustment"],
    codes: ["ADJUSTMENT_ANSWERED"],
    laws: [17],
    tests,
  }),
  fixed("application", whyNotDeviate, {
    says: "Only who manages the job moves an application otherwise than its plan does.",
    points: ["application.show"],
    codes: ["MOVE_BY_MANAGER"],
    laws: [6],
    tests,
  }),
];

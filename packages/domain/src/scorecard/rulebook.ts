import { permissionRow } from "../permissions.ts";
import { EVERY_POINT, type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { PERSONAL_SCOPES, READ_SCOPES } from "../token/rules.ts";
import { whyBlind, whyNotRead, whyNotReadAgain } from "./seal.ts";
import {
  whyNotBreakGlass,
  whyNotByService,
  whyNotCorrect,
  whyNotDraft,
  whyNotExcuse,
  whyNotResume,
  whyNotSave,
  whyNotSubmit,
  whyNotWrite,
  whyNotYet,
} from "./rules.ts";

const tests = "scorecard/rules.test.ts";

const UNSEALED = EVERY_POINT.filter((point) => permissionRow(point).unsealed === true);

const ABOUT_A_CANDIDATE = ["application", "interview", "scorecard", "offer", "candidate"];

/** The commands whose answers are kept to be given again, and are about a candidate. */
const ANSWERED_AGAIN = PERSONAL_SCOPES.filter(
  (point) => ABOUT_A_CANDIDATE.includes(permissionRow(point).on) && !READ_SCOPES.includes(point),
);

/** The rules of this folder that are the same for every organization. */
export const SCORECARD_RULES: readonly FixedRule[] = [
  fixed("scorecard", whyNotReadAgain, {
    says: "What a command answered a member is not answered again once they owe a scorecard on the candidate.",
    points: ANSWERED_AGAIN,
    codes: ["SEALED_OWES", "SEALED_EXCUSED"],
    laws: [1],
    tests: "scorecard/seal.test.ts",
  }),
  fixed("scorecard", whyNotSubmit, {
    says: "Criteria come first, each rating on evidence, then the recommendation.",
    points: ["scorecard.submit", "scorecard.correct"],
    codes: [
      "CRITERIA_INCOMPLETE",
      "EVIDENCE_MISSING",
      "RECOMMENDATION_TOO_EARLY",
      "RECOMMENDATION_MISSING",
    ],
    laws: [2],
    tests,
  }),
  fixed("scorecard", whyNotWrite, {
    says: "A scorecard is written only before it is submitted, excused, void or struck.",
    points: ["scorecard.saveDraft", "scorecard.submit"],
    codes: ["SCORECARD_LOCKED"],
    laws: [3],
    tests,
  }),
  fixed("scorecard", whyNotDraft, {
    says: "Who was excused types on only once they resumed their scorecard.",
    points: ["scorecard.saveDraft"],
    codes: ["SCORECARD_EXCUSED", "SCORECARD_LOCKED"],
    laws: [3, 4],
    tests,
  }),
  fixed("scorecard", whyNotResume, {
    says: "Who was excused goes on after all only while the stage is undecided.",
    points: ["scorecard.resume"],
    codes: ["SCORECARD_NOT_EXCUSED", "STAGE_DECIDED"],
    laws: [4],
    tests,
  }),
  fixed("scorecard", whyNotExcuse, {
    says: "Excused is who still owes a scorecard, by someone else, once the interview was held.",
    points: ["scorecard.excuse"],
    codes: ["SCORECARD_LOCKED", "EXCUSE_OWN", "INTERVIEW_NOT_HELD"],
    laws: [3, 4],
    tests,
  }),
  fixed("scorecard", whyNotBreakGlass, {
    says: "The glass is broken only of what is sealed to the reader, and of what somebody submitted.",
    points: ["scorecard.breakGlass"],
    codes: ["SEAL_NOT_BROKEN", "NOTHING_SEALED"],
    laws: [1],
    tests,
  }),
  fixed("scorecard", whyNotCorrect, {
    says: "A correction is a new version of a submitted scorecard.",
    points: ["scorecard.correct", "scorecard.strike"],
    codes: ["SCORECARD_NOT_SUBMITTED"],
    laws: [3],
    tests,
  }),
  fixed("scorecard", whyNotYet, {
    says: "A scorecard is submitted only once its interview has begun.",
    points: ["scorecard.submit"],
    codes: ["INTERVIEW_NOT_BEGUN"],
    laws: [],
    tests,
  }),
  fixed("scorecard", whyNotRead, {
    says: "A stage's scorecards open when its quorum is in, to who leads the job and who rated there, and to nobody who still owes one.",
    points: [
      "application.show",
      "audit.list",
      "debrief.show",
      "debrief.open",
      "debrief.rate",
      "debrief.saveNotes",
      "debrief.close",
      "debrief.reopen",
      "debrief.decide",
      "debrief.reverse",
      "home.show",
      "interview.showKit",
      "scorecard.list",
      "scorecard.breakGlass",
      "webhook.showDelivery",
    ],
    codes: ["SEALED_OWES", "SEALED_EXCUSED", "SEALED_QUORUM", "SEALED_OTHERS"],
    laws: [1],
    tests: "scorecard/seal.test.ts",
  }),
  fixed("scorecard", whyBlind, {
    says: "Who owes a scorecard on a candidate reads nothing that judges them.",
    points: UNSEALED,
    codes: ["SEALED_OWES", "SEALED_EXCUSED"],
    laws: [1],
    tests: "scorecard/seal.test.ts",
  }),
  fixed("scorecard", whyNotSave, {
    says: "A draft is saved over what its author has seen, not over what they typed elsewhere since.",
    points: ["scorecard.saveDraft"],
    codes: ["DRAFT_OUTDATED"],
    laws: [],
    tests,
  }),
  fixed("scorecard", whyNotByService, {
    says: "By the token of a service account nothing is read that judges a candidate.",
    points: ["application.show"],
    codes: ["SEALED_SERVICE"],
    laws: [1],
    tests,
  }),
];

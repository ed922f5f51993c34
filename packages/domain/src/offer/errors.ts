import { error } from "../error-table.ts";

/** Refusals of offers. */
export const offerErrors = {
  OFFER_STATE: error<{ state: string; command: string }>({
    kind: "conflict",
    say: ({ state, command }) =>
      `This offer is ${STATE_WORDS.get(state) ?? state}, so it cannot be ${command}.`,
    lift: "Load the page again.",
  }),
  OFFER_UNDECIDED: error({
    kind: "rule",
    law: 5,
    say: () => "An offer rests on a decision to offer, and there is none in force.",
    lift: "Decide to offer first.",
  }),
  OFFER_OWN_APPROVAL: error({
    kind: "rule",
    law: 8,
    say: () => "Nobody approves an offer that they wrote.",
    lift: "Name someone else as the approver.",
  }),
  APPROVER_UNFIT: error<{ why: "unknown" | "auditor" | "conflict" | "blind" }>({
    kind: "rule",
    law: 7,
    say: ({ why }) =>
      ({
        unknown: "This approver is no active member of the organization.",
        auditor: "An auditor approves no offers.",
        conflict: "This approver referred or knows the candidate, or is the candidate.",
        blind:
          "This approver still owes a scorecard on the candidate, so the offer is sealed to them.",
      })[why],
    lift: "Name someone else as the approver.",
  }),
  OFFER_NOT_YOURS: error<{ what: "change" | "send back" }>({
    kind: "forbidden",
    law: 8,
    say: ({ what }) =>
      what === "change"
        ? "Only the author of a draft changes it or asks for its approval."
        : "Only its author or its approver sends an offer back.",
    lift: "Write a version of your own, or ask its author.",
  }),
  RANGE_REASON_MISSING: error<{ side: "below" | "above" | "currency" }>({
    kind: "rule",
    law: 8,
    say: ({ side }) =>
      ({
        below: "The amount is below the range that was last shown to this person.",
        above: "The amount is above the range that was last shown to this person.",
        currency: "The range that was last shown to this person is in another currency.",
      })[side],
    lift: "Change the amount, or give a reason that the approver will read.",
  }),
  OFFER_EXPIRY_PAST: error({
    kind: "rule",
    say: () => "The expiry of this offer lies in the past.",
    lift: "Set a later date in a new version.",
  }),
  OFFER_EXPIRED: error({
    kind: "conflict",
    say: () => "This offer has expired.",
    lift: "Write to the recruiter if you are still interested.",
  }),
  OFFER_UNANSWERED: error({
    kind: "conflict",
    law: 9,
    say: () => "The version before this one is out, and no change to it was asked for.",
    lift: "Wait for the answer, note down the change asked for, or withdraw it.",
  }),
  HEADCOUNT: error<{ openings: number; reserved: number; filled: number }>({
    kind: "rule",
    law: 9,
    say: ({ openings, reserved, filled }) =>
      `No opening is free: of ${openings}, ${reserved} ${reserved === 1 ? "is" : "are"} reserved by offers and ${filled} filled.`,
    lift: "An opening frees itself when an offer is declined, expires or is withdrawn; or add one.",
  }),
  WITHDRAWAL_NOT_ASKED: error({
    kind: "rule",
    law: 9,
    say: () => "Nobody asked to withdraw this offer.",
    lift: "The hiring manager asks, with a reason; the approver then withdraws it.",
  }),
  WITHDRAWAL_ASKED: error({
    kind: "conflict",
    law: 9,
    say: () => "It was asked already to withdraw this offer.",
    lift: "Its approver has the word now.",
  }),
  WITHDRAWAL_BY_ONE: error({
    kind: "rule",
    law: 9,
    say: () => "An offer is withdrawn by two people, and you are the one who asked.",
    lift: "Let the job's substitute ask instead.",
  }),
  JOB_ON_HOLD: error<{ state: string }>({
    kind: "rule",
    law: 9,
    say: ({ state }) => `The job is ${state.replaceAll("_", " ")}, so no further offer is sent.`,
    lift: "Resume the job first. Offers that are out stay valid.",
  }),
} as const;

const STATE_WORDS: ReadonlyMap<string, string> = new Map([
  ["draft", "a draft"],
  ["pending", "waiting for approval"],
  ["approved", "approved and not sent"],
  ["change_asked", "out, with a change asked for"],
  ["fell_through", "one that fell through"],
]);

import { error } from "../error-table.ts";

/** Written out: clients read the facts of errors as plain types. */
type Counts = "base" | "base_and_variable" | "total";
type Outside = { side: "below" | "above" | "currency"; counts?: Counts };

const COUNTED: Readonly<Record<Counts, string>> = {
  base: "The base pay",
  base_and_variable: "The base with variable pay",
  total: "The whole package",
};

function outsideSentence({ side, counts = "base" }: Outside, range: string): string {
  return side === "currency"
    ? `The ${range} is in another currency.`
    : `${COUNTED[counts]} is ${side} the ${range}.`;
}

/** Refusals of offers. */
export const offerErrors = {
  OFFER_PLACE: error<{ place: string; places: string }>({
    kind: "input",
    law: 8,
    say: ({ place }) => `The job is not in ${place}.`,
    lift: ({ places }) => `Name one of its places: ${places}.`,
  }),
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
  APPROVER_UNFIT: error<{
    why: "unnamed" | "asked" | "unknown" | "auditor" | "conflict" | "blind";
  }>({
    kind: "rule",
    law: 7,
    say: ({ why }) =>
      ({
        unnamed: "Nobody is named to approve this offer.",
        asked: "This person is asked to approve it already.",
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
  RANGE_REASON_MISSING: error<Outside>({
    kind: "rule",
    law: 8,
    say: (facts) => outsideSentence(facts, "range that was last shown to this person"),
    lift: "Change the amount, or give a reason that the approver will read.",
  }),
  BAND_REASON_MISSING: error<Outside>({
    kind: "rule",
    law: 8,
    say: (facts) => outsideSentence(facts, "pay band of the hiring level"),
    lift: "Change the amount, or give a reason that the approver will read.",
  }),
  OFFER_OUTSIDE: error<Outside & { of: "band" | "range" }>({
    kind: "rule",
    law: 8,
    say: (facts) =>
      `${outsideSentence(facts, facts.of === "band" ? "pay band of the hiring level" : "range that was last shown to this person")} No exception for this amount is approved.`,
    lift: "Change the amount, or ask for an exception: somebody who is neither the offer's author nor the one who asks approves it.",
  }),
  EXCEPTION_NEEDLESS: error({
    kind: "rule",
    law: 8,
    say: () => "This package needs no exception.",
    lift: "Ask for its approval.",
  }),
  EXCEPTION_STATE: error<{ state: string }>({
    kind: "conflict",
    law: 8,
    say: ({ state }) =>
      state === "asked"
        ? "An exception for this offer was asked for already."
        : `This exception is ${state} already.`,
    lift: "Load the page again.",
  }),
  EXCEPTION_OWN: error<{ as: "author" | "asker" }>({
    kind: "rule",
    law: 8,
    say: ({ as }) =>
      as === "author"
        ? "Nobody approves an exception for an offer that they wrote."
        : "Nobody approves an exception that they asked for.",
    lift: "Somebody else who leads the job or approves the offer does.",
  }),
  EXCEPTION_STALE: error({
    kind: "conflict",
    law: 8,
    say: () => "The package changed since this exception was asked for.",
    lift: "Ask for an exception for the package as it is now.",
  }),
  APPROVAL_NOT_YET: error<{ group: string }>({
    kind: "rule",
    law: 8,
    say: ({ group }) => `The group "${group}" approves this offer first.`,
    lift: "You are told when it is your turn.",
  }),
  APPROVAL_GIVEN: error({
    kind: "conflict",
    law: 8,
    say: () => "You approved this offer already.",
  }),
  APPROVAL_SHORT: error<{ group: string; needed: number; fit: number }>({
    kind: "rule",
    law: 8,
    say: ({ group, needed, fit }) =>
      `The group "${group}" needs ${needed} ${needed === 1 ? "approval" : "approvals"}, and ${fit} of its members may approve this offer.`,
    lift: "An admin changes the approval flow or names stand-ins.",
  }),
  APPROVER_NOT_ASKED: error({
    kind: "conflict",
    law: 8,
    say: () => "This person's approval is not waited for.",
    lift: "Load the page again.",
  }),
  APPROVER_FIT: error({
    kind: "rule",
    law: 8,
    say: () => "This person may approve the offer, so nobody approves it in their place.",
    lift: "Send the offer back, or wait for them.",
  }),
  APPROVER_STAND_IN: error<{ name: string }>({
    kind: "rule",
    law: 8,
    say: ({ name }) => `The approval flow names ${name} as the stand-in.`,
    lift: "Name them.",
  }),
  CONDITION_OPEN: error<{ kinds: readonly string[] }>({
    kind: "rule",
    law: 8,
    say: ({ kinds }) =>
      `${kinds.length === 1 ? "A condition of this offer is" : `${kinds.length} conditions of this offer are`} not met yet.`,
    lift: "Note each as met, or waive it with a reason.",
  }),
  CONDITION_STATE: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This condition is ${state} already.`,
    lift: "Load the page again.",
  }),
  CONDITION_EARLY: error<{ region: string }>({
    kind: "rule",
    say: ({ region }) =>
      `In ${region} nobody's background is checked before they accept the offer.`,
    lift: "Wait for the answer.",
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

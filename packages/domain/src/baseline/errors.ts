import { error } from "../error-table.ts";

const LEFT_OUT = {
  not_hired: "It was no interview of the application that was hired.",
  no_notice: "No privacy notice said before this interview that its ratings may become a baseline.",
  not_held: "The interview did not take place.",
  not_submitted: "The scorecard was not submitted, or its content was struck.",
  shadow: "Who only watched the interview does not count.",
  other_framework: "The competency is none of the person's framework.",
  not_assessed: "The competency was not assessed.",
};

/** Why a rating of an interview is no part of a baseline. */
export type LeftOut = keyof typeof LEFT_OUT;

export const baselineErrors = {
  BASELINE_LEFT_OUT: error<{ why: keyof typeof LEFT_OUT }>({
    kind: "rule",
    law: 10,
    say: ({ why }) => LEFT_OUT[why],
  }),
  BASELINE_EMPTY: error({
    kind: "rule",
    say: () => "There is no baseline from interviews.",
    lift: "The first review makes a beginning.",
  }),
  BASELINE_UNOPENED: error({
    kind: "rule",
    say: () => "You have not looked at your baseline yet.",
    lift: "Open it first; nobody else sees it before you do.",
  }),
  BASELINE_OPENED: error({
    kind: "conflict",
    say: () => "You have opened your baseline already.",
  }),
  BASELINE_OBJECTED: error({
    kind: "conflict",
    say: () => "You have objected to the use of your baseline.",
    lift: "Withdraw the objection first.",
  }),
  BASELINE_NOT_OBJECTED: error({
    kind: "conflict",
    say: () => "There is no objection to withdraw.",
  }),
  BASELINE_SEALED: error({
    kind: "rule",
    law: 10,
    say: () => "There is no baseline that you may read.",
    lift: "A baseline belongs to the person first. You see it when they have, and as far as the policy allows.",
  }),
} as const;

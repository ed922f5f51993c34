import { error } from "../error-table.ts";

/** An application's state as people say it. */
const STATE_WORD: Record<string, string> = {
  active: "active",
  on_hold: "on hold",
  rejected: "rejected",
  withdrawn: "withdrawn",
  transferred: "transferred",
  hired: "hired",
};

const UNFOUNDED = {
  not_eligible:
    "Not eligible rests on the answer to a question that the post marks as deciding eligibility, and there is no such answer.",
  duplicate: "There is no other application of this person to this job that goes on.",
  no_answer:
    "The candidate has not missed an answer: no proposed time has passed unanswered and no interview was missed.",
  filled_or_closed: "The job is open and has a seat that is not filled.",
} as const;

/** Refusals of this feature. */
export const applicationErrors = {
  APPLICATION_STATE: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This application is ${STATE_WORD[state] ?? state}.`,
    lift: ({ state }) =>
      state === "on_hold"
        ? "Take it off hold first."
        : "Load the page again to see what is possible now.",
  }),
  REJECTION_UNFOUNDED: error<{ kind: keyof typeof UNFOUNDED }>({
    kind: "rule",
    law: 4,
    say: ({ kind }) => UNFOUNDED[kind],
    lift: "Choose the kind whose fact holds, or decide on merit.",
  }),
  OFFER_OUT: error({
    kind: "conflict",
    law: 9,
    say: () => "An offer to this candidate is out and still valid.",
    lift: "It ends when it is answered, expires, or is withdrawn by two people.",
  }),
  ACTIVE_APPLICATION: error({
    kind: "conflict",
    say: () => "This person has another application to this job under way.",
    lift: "Go on with that one.",
  }),
  JOB_NOT_OPEN: error<{ state: string }>({
    kind: "rule",
    say: ({ state }) => `The job is ${state === "on_hold" ? "on hold" : state}.`,
    lift: "Open the job first.",
  }),
  MOVE_BY_MANAGER: error<{ manager: string }>({
    kind: "forbidden",
    law: 6,
    say: ({ manager }) =>
      `Only the hiring manager${manager === "" ? "" : `, ${manager},`} skips a stage or goes back to one.`,
    lift: "Ask them.",
  }),
  MERIT_DECISION: error<{ stage: string }>({
    kind: "rule",
    law: 5,
    say: ({ stage }) => `${stage} is entered by a decision on merit, with its grounds.`,
    lift: "Decide the stage that the candidate is in.",
  }),
  STAGE_BEGUN: error<{ stage: string }>({
    kind: "rule",
    law: 4,
    say: ({ stage }) => `${stage} has begun: what was seen there is decided, not skipped.`,
    lift: "Decide this stage once its scorecards are in.",
  }),
  STAGE_LEFT: error<{ stage: string }>({
    kind: "conflict",
    say: ({ stage }) => `Somebody moved the application meanwhile: it is in ${stage}.`,
    lift: "Look at it again, and move it from there if that still fits.",
  }),
  STAGE_SAME: error({
    kind: "rule",
    say: () => "The application is in this stage already.",
  }),
  NEXT_WORD_PAST: error<{ days: number }>({
    kind: "rule",
    law: 11,
    say: ({ days }) => `The date of the next word lies within the next ${days} days.`,
    lift: "Choose a day on which the candidate will hear from you.",
  }),
  NEXT_WORD_DUE: error({
    kind: "rule",
    law: 11,
    say: () => "The word promised to the candidate is due, and this message is it.",
    lift: "Choose the day by which they hear from you again.",
  }),
  QUESTION_UNREAD: error({
    kind: "conflict",
    say: () => "The candidate asked something while you wrote.",
    lift: "Read it, and send the message if it still fits.",
  }),
  MESSAGES_MANY: error<{ most: number }>({
    kind: "too_many",
    say: ({ most }) => `${most} messages went to this candidate within a day.`,
    lift: "Write again tomorrow, or call them.",
  }),
  MAIL_LEFT: error({
    kind: "conflict",
    say: () => "The e-mail has left; the candidate knows.",
    lift: "The hiring manager can take the application up again with a new decision.",
  }),
  NOTHING_TO_TAKE_BACK: error({
    kind: "conflict",
    say: () => "No rejection of this application is waiting to be sent.",
  }),
  DECISION_STANDS: error({
    kind: "rule",
    law: 5,
    say: () => "This was decided on merit, and a decision is never edited.",
    lift: "The hiring manager can reverse it by a new decision with a reason.",
  }),
  SAME_JOB: error({
    kind: "rule",
    say: () => "The application is to this job already.",
  }),
  ADJUSTMENT_ANSWERED: error({
    kind: "conflict",
    law: 17,
    say: () => "This request is answered already.",
    lift: "Load the page again to read the answer.",
  }),
} as const;

import { error } from "../error-table.ts";

const STATE_WORDS: Record<string, string> = {
  planned: "planned, without a time yet",
  proposed: "proposed to the candidate",
  scheduled: "scheduled",
  held: "held already",
  absent: "marked as missed",
  cancelled: "cancelled",
};

/** Refusals of this feature. */
export const interviewErrors = {
  INTERVIEW_STATE: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This interview is ${STATE_WORDS[state] ?? state}.`,
    lift: "Load the page again to see what can be done with it now.",
  }),
  INTERVIEW_BEGUN: error({
    kind: "conflict",
    say: () => "This interview has begun.",
    lift: "If somebody did not come, mark them absent: a new interview is planned.",
  }),
  INTERVIEW_STARTS_IN_PAST: error({
    kind: "rule",
    say: () => "This time has passed.",
    lift: "Choose a time that is still to come.",
  }),
  INTERVIEW_TIME_NOT_PROPOSED: error({
    kind: "conflict",
    say: () => "This time is not among those that are proposed now.",
    lift: "Load the page again and choose one of its times.",
  }),
  INTERVIEW_TIMES_TWICE: error({
    kind: "rule",
    say: () => "Two of the proposed times are the same.",
  }),
  INTERVIEWER_TWICE: error({
    kind: "rule",
    say: () => "Somebody is named twice.",
    lift: "Each person sits in an interview once, as interviewer or as shadow.",
  }),
  INTERVIEWER_CONFLICT: error<{ names: string[] }>({
    kind: "rule",
    law: 7,
    say: ({ names }) =>
      names.length === 1
        ? `${names[0]} takes no part in judging this candidate.`
        : `${names.join(", ")} take no part in judging this candidate.`,
    lift: "Choose somebody else.",
  }),
  INTERVIEWER_NOT_ACTIVE: error<{ names: string[] }>({
    kind: "rule",
    say: ({ names }) =>
      names.length === 1
        ? `${names[0]} has no active account.`
        : `${names.join(", ")} have no active account.`,
    lift: "Choose somebody else.",
  }),
  INTERVIEWER_LOAD: error<{ interviews: number; week: string; seat: number; of: number }>({
    kind: "rule",
    say: ({ interviews, week, seat, of }) =>
      `${of === 1 ? "This interviewer" : `Interviewer ${seat} of ${of}`} has ${interviews} interviews in the week of ${week} already, and no more are allowed.`,
    lift: "Choose somebody else, or another week.",
  }),
  INTERVIEWER_POOL_FULL: error<{ week: string }>({
    kind: "rule",
    say: ({ week }) =>
      `Of the job's interviewers nobody is free, fit and below the load in the week of ${week}.`,
    lift: "Name more interviewers for the job, or choose another week.",
  }),
  INTERVIEWER_NOT_SEATED: error({
    kind: "conflict",
    say: () => "This person does not sit in the interview any more.",
    lift: "Load the page again.",
  }),
  INTERVIEWERS_GONE: error({
    kind: "conflict",
    law: 7,
    say: () => "This time is no longer free. You will hear from us with other times.",
  }),
  INTERVIEW_NOT_YET: error({
    kind: "rule",
    say: () => "The interview has not begun, so nobody can have missed it.",
    lift: "Move or cancel it instead.",
  }),
  INTERVIEW_SCORECARD_IN: error({
    kind: "rule",
    law: 3,
    say: () => "A scorecard of this interview is in, so it did take place.",
  }),
  INTERVIEW_APPLICATION_ENDED: error({
    kind: "conflict",
    say: () => "This application has ended.",
    lift: "Its hiring manager can take it up again.",
  }),
  INTERVIEW_STAGE_OVER: error({
    kind: "conflict",
    law: 6,
    say: () =>
      "An interview is added to the stage that the application is in, before it is decided.",
  }),
  INTERVIEW_NOT_OF_STAGE: error({
    kind: "rule",
    law: 6,
    say: () => "This interview is not part of the stage that the application is in.",
  }),
  FOCUS_JUDGES: error<{ word: string }>({
    kind: "rule",
    law: 1,
    say: ({ word }) => `A focus says what to ask, not what somebody thought: "${word}" judges.`,
    lift: "Name the criteria and questions to look at, and nothing about the answers so far.",
  }),
  INVITATION_NEEDS_RANGE: error({
    kind: "rule",
    law: 8,
    say: () =>
      "An invitation in this region carries the pay range, and none was shown to this candidate yet.",
    lift: "Publish a post of this job with its range first.",
  }),
} as const;

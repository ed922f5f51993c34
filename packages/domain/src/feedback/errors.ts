import { error } from "../error-table.ts";

/** Refusals of this feature. */
export const feedbackErrors = {
  FEEDBACK_NOT_REJECTED: error({
    kind: "rule",
    say: () =>
      "Feedback can be asked for once you were told how an application ended, where that was decided on merit.",
  }),
  FEEDBACK_NOT_ON_MERIT: error({
    kind: "rule",
    say: () =>
      "This application ended for a formal reason, so there is nothing to give feedback on.",
  }),
  FEEDBACK_NOT_GIVEN: error({
    kind: "rule",
    say: () => "This organization gives no feedback per competency after a rejection.",
    lift: "On this page you can still get a copy of everything that is held about you.",
  }),
  FEEDBACK_LATE: error<{ days: number }>({
    kind: "rule",
    say: ({ days }) => `Feedback can be asked for within ${days} days of the rejection.`,
  }),
  FEEDBACK_ASKED: error({
    kind: "conflict",
    say: () => "You have asked for feedback on this application already.",
  }),
  FEEDBACK_NOT_ASKED: error({
    kind: "rule",
    say: () => "The candidate has not asked for feedback.",
  }),
  FEEDBACK_SENT: error({
    kind: "conflict",
    say: () => "This feedback was sent, and does not change any more.",
  }),
  FEEDBACK_REOPENED: error({
    kind: "rule",
    say: () => "The application goes on again, so no feedback is owed.",
  }),
  FEEDBACK_EMPTY: error({
    kind: "rule",
    say: () => "Nothing is written yet.",
    lift: "Write to at least one competency, in words of your own.",
  }),
  FEEDBACK_UNKNOWN: error({
    kind: "rule",
    say: () => "One of these competencies is none of the job's.",
    lift: "Load the page again.",
  }),
  FEEDBACK_COPIED: error<{ competency: string }>({
    kind: "rule",
    law: 1,
    say: ({ competency }) =>
      `What stands under ${competency} repeats what somebody else wrote about the candidate.`,
    lift: "Say it in words of your own.",
  }),
  FEEDBACK_NAMES: error<{ competency: string; name: string }>({
    kind: "rule",
    law: 1,
    say: ({ competency, name }) =>
      `What stands under ${competency} names ${name}: feedback names nobody who judged the candidate, and no other candidate.`,
    lift: "Say what was seen, not who saw it or who else was seen.",
  }),
} as const;

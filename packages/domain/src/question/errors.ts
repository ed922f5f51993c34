import { error } from "../error-table.ts";

export const questionErrors = {
  QUESTION_WITHDRAWN: error({
    kind: "conflict",
    law: 6,
    say: () => "This question is withdrawn: it is asked nowhere and does not change.",
    lift: "Write a new one.",
  }),
  QUESTION_IN_USE: error<{ jobs: number }>({
    kind: "rule",
    law: 6,
    say: ({ jobs }) =>
      `This question stands in the interview plan of ${jobs === 1 ? "a job" : `${jobs} jobs`} and stays as it is.`,
    lift: "Write a new question from it, or withdraw it.",
  }),
  QUESTION_RESTING: error({
    kind: "conflict",
    say: () => "This question rests already.",
    lift: "Wake it first, to say another day.",
  }),
  QUESTION_AWAKE: error({
    kind: "conflict",
    say: () => "This question does not rest.",
  }),
  REST_OVER: error({
    kind: "input",
    say: () => "A question rests until a day to come.",
    lift: "Choose a later day.",
  }),
  COMPETENCY_UNKNOWN: error<{ key: string }>({
    kind: "input",
    say: ({ key }) => `No published framework has the competency "${key}".`,
    lift: "Choose one of the list.",
  }),
} as const;

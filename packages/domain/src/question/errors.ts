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
  COMPETENCY_UNKNOWN: error<{ key: string }>({
    kind: "input",
    say: ({ key }) => `No published framework has the competency "${key}".`,
    lift: "Choose one of the list.",
  }),
} as const;

import { error } from "../error-table.ts";

export const checkInErrors = {
  CHECK_IN_WEEK: error<{ weeks: number }>({
    kind: "rule",
    say: ({ weeks }) => `A check-in is for this week or one of the ${weeks} before it.`,
    lift: "Choose the Monday of such a week.",
  }),
  CHECK_IN_ANSWERED: error({
    kind: "conflict",
    law: 3,
    say: () => "This check-in is answered and does not change.",
    lift: "What is to be added belongs into the next one.",
  }),
  CHECK_IN_CHANGED: error({
    kind: "conflict",
    say: () => "This check-in was changed since you read it.",
    lift: "Read it again, then answer.",
  }),
} as const;

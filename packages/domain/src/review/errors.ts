import { error } from "../error-table.ts";

export const reviewErrors = {
  REVIEW_OPEN: error({
    kind: "conflict",
    say: () => "A review of this person is open already.",
    lift: "Close or cancel it before the next one is opened.",
  }),
  REVIEW_CLOSED: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This review is ${state} and does not change.`,
    lift: "Open the next one.",
  }),
  REVIEW_SUBMITTED: error({
    kind: "conflict",
    law: 3,
    say: () => "This side of the review is submitted and does not change.",
    lift: "What is to be added belongs into the comparison, or into the next review.",
  }),
  REVIEW_SEALED: error<{ dueAt: string }>({
    kind: "rule",
    law: 1,
    say: () => "Sealed until both sides are in.",
    lift: "It opens when both are submitted, or when the due date has passed.",
  }),
  REVIEW_WAITS: error<{ dueAt: string }>({
    kind: "rule",
    law: 1,
    say: () => "Both sides are to be in, or the due date passed, before the review is closed.",
    lift: "Submit what is missing, or wait for the due date.",
  }),
  REVIEW_EMPTY: error({
    kind: "rule",
    say: () => "Nobody has submitted a side of this review.",
    lift: "Submit one, or cancel the review.",
  }),
  REVIEW_DUE: error<{ days: number }>({
    kind: "rule",
    say: ({ days }) => `A review is due within 1 to ${days} days.`,
    lift: "Choose another day.",
  }),
  REVIEW_ALONE: error({
    kind: "rule",
    law: 4,
    say: () => "Without a manager nobody could write the other side of this review.",
    lift: "An admin names the manager under Settings, Members.",
  }),
  REVIEW_NOT_CLOSED: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This review is ${state}; only a closed one is answered.`,
    lift: "Wait until it is compared and closed.",
  }),
} as const;

import { error } from "../error-table.ts";

export const metricErrors = {
  METRIC_FIGURE: error<{ fields: Record<string, string> }>({
    kind: "rule",
    say: ({ fields }) => Object.values(fields)[0] ?? "This figure cannot be.",
    lift: "Change what is marked.",
  }),
  METRIC_SOURCE: error<{ fields: Record<string, string> }>({
    kind: "rule",
    say: ({ fields }) => Object.values(fields)[0] ?? "This source cannot be asked.",
    lift: "Give a public https address and a project that is there.",
  }),
  METRIC_SOURCE_LIMIT: error<{ most: number }>({
    kind: "rule",
    say: ({ most }) => `There are ${most} sources already.`,
    lift: "Remove one that is not used any more.",
  }),
  METRIC_SOURCE_STATE: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This source is ${state === "active" ? "on" : state} already.`,
  }),
  METRIC_LOGIN_TAKEN: error({
    kind: "conflict",
    say: () => "Somebody else has given this name at the source already.",
    lift: "Give your own, or ask an admin.",
  }),
  METRIC_UNMAPPED: error({
    kind: "rule",
    say: () => "No source knows this person's name yet.",
    lift: "The person gives their name at a source that an admin has set up.",
  }),
  METRIC_WAITS: error<{ minutes: number }>({
    kind: "rule",
    say: ({ minutes }) =>
      `Every source was asked within the last ${minutes} minutes, is switched off, or asked to be left alone.`,
    lift: "Try again later.",
  }),
} as const;

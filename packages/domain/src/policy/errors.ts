import { error } from "../error-table.ts";

/** Refusals of policies themselves. */
export const policyErrors = {
  POLICY_STATE: error<{ state: string; command: string }>({
    kind: "conflict",
    say: ({ state, command }) => `This version is ${state}, so it cannot be ${command}.`,
    lift: "Load the page again.",
  }),
  POLICY_OWN_APPROVAL: error({
    kind: "rule",
    law: 15,
    say: () => "Nobody approves a policy that they wrote.",
    lift: "Another admin approves it.",
  }),
  POLICY_NOT_YOURS: error({
    kind: "forbidden",
    law: 15,
    say: () => "Only its author changes a draft.",
    lift: "Write a version of your own, or ask its author.",
  }),
  POLICY_DATES: error<{ fields: Record<string, string> }>({
    kind: "input",
    say: ({ fields }) => Object.values(fields)[0] ?? "The dates do not fit.",
  }),
  TRIAL_RUNNING: error({
    kind: "conflict",
    say: () => "This version is being tried already.",
    lift: "Wait until that trial is done.",
  }),
} as const;

import { error } from "../error-table.ts";

/** Refusals of this feature. */
export const experimentErrors = {
  EXPERIMENT_RULE: error<{ why: "law" | "pay" | "measure" | "unknown" }>({
    kind: "rule",
    say: ({ why }) =>
      ({
        law: "A law decides this, so it is the same for everyone.",
        pay: "Pay is no experiment.",
        measure: "Nothing that this could change can be measured honestly here.",
        unknown: "There is no such rule.",
      })[why],
    lift: "Choose one of the rules that the list offers.",
  }),
  EXPERIMENT_STATE: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This experiment is ${state} already.`,
    lift: "Load the page again to see how it stands.",
  }),
  EXPERIMENT_OWN: error({
    kind: "rule",
    say: () => "Who wrote an experiment does not start it.",
    lift: "Ask another admin to read it and start it.",
  }),
  EXPERIMENT_RUNNING: error({
    kind: "conflict",
    say: () => "Another experiment on this rule is running.",
    lift: "Stop that one first: a rule has one experiment at a time.",
  }),
} as const;

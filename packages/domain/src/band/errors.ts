import { error } from "../error-table.ts";

/** Refusals of pay bands. */
export const bandErrors = {
  BAND_STATE: error<{ state: string }>({
    kind: "conflict",
    law: 8,
    say: ({ state }) =>
      `This version of the band is ${state === "approved" ? "approved" : "discarded"} already.`,
    lift: "Load the page again.",
  }),
  BAND_OWN_APPROVAL: error({
    kind: "rule",
    law: 8,
    say: () => "Nobody approves a pay band that they drafted.",
    lift: "Ask another admin.",
  }),
  BAND_DRAFTED: error<{ author: string }>({
    kind: "conflict",
    law: 8,
    say: ({ author }) => `A draft of ${author} for this level and region waits for approval.`,
    lift: "Approve or discard it first.",
  }),
  BAND_ORDER: error({
    kind: "rule",
    law: 8,
    say: () => "A band rises: its minimum is at most its middle, and that at most its maximum.",
    lift: "Change the amounts.",
  }),
  BAND_PAST: error<{ day: string }>({
    kind: "rule",
    law: 8,
    say: ({ day }) =>
      `A band takes effect today or later, not on ${day}: what was offered by the earlier one stays right.`,
    lift: "Draft it with a later day.",
  }),
  BAND_LEVEL: error<{ level: string }>({
    kind: "input",
    say: ({ level }) => `The framework has no level with the key "${level}".`,
    lift: "Choose one of its levels.",
  }),
} as const;

import { z } from "zod";
import { defineRule } from "../policy/rule.ts";

type OpenRound = { effect: "open_round"; facts: { dueDays: number } };

/** Whether reviews are opened by themselves when a quarter begins, and when they are due. */
export const quarterlyRule = defineRule({
  name: "round.quarterly",
  points: ["round.openDue"],
  laws: [],
  kinds: ["flow"],
  template: {
    flow: "On the first day of each quarter reviews are opened for everyone who has a manager and a level: {each}. They are due after {dueDays} days.",
  },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    each: z.boolean().meta({ title: "Each quarter" }),
    dueDays: z.int().min(7).max(90).meta({ title: "Due after", unit: "days" }),
  }),
  defaults: { each: false, dueDays: 21 },
  effects: {
    open_round: ({ dueDays }) => `Reviews are opened, due in ${String(dueDays)} days.`,
  },
  judge: (_facts, { each, dueDays }) =>
    each ? ({ effect: "open_round", facts: { dueDays } } satisfies OpenRound) : null,
  tests: "round/policy-rules.test.ts",
});

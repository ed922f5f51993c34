import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import type { BeginDeadline } from "./effect.ts";

/**
 * Law 11: who was interviewed hears within so many days of the last interview, also where no law
 * says so. Where one does, the earlier counts.
 */
export const interviewedRule = defineRule({
  name: "deadline.interviewed",
  points: ["interview.holdDue"],
  laws: [11],
  kinds: ["flow"],
  template: {
    flow: "Who was interviewed hears within {days} days of the last interview (0: as the law says).",
  },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    days: z.int().min(0).max(365).meta({ title: "Days", unit: "days" }),
  }),
  defaults: { days: 0 },
  effects: {
    begin_deadline: ({ count }) =>
      `Who was interviewed hears within ${String(count)} days of the last interview.`,
  },
  judge: (_facts, { days }): BeginDeadline | null =>
    days === 0 ? null : { effect: "begin_deadline", facts: { count: days, unit: "day" } },
  tests: "deadline/rules.test.ts",
});

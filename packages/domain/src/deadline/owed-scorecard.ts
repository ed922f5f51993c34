import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import type { BeginDeadline } from "./effect.ts";

/** Law 11: a scorecard is in within so many hours of its interview's end. */
export const owedScorecardRule = defineRule({
  name: "deadline.scorecard",
  points: ["interview.schedule", "interview.chooseTime", "interview.move", "interview.swap"],
  laws: [11],
  kinds: ["flow"],
  template: { flow: "A scorecard is in within {hours} hours of its interview's end." },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    hours: z.int().min(1).max(336).meta({ title: "Hours", unit: "hours" }),
  }),
  defaults: { hours: 24 },
  effects: {
    begin_deadline: ({ count }) =>
      `A scorecard is in within ${String(count)} hours of its interview's end.`,
  },
  judge: (_facts, { hours }): BeginDeadline => ({
    effect: "begin_deadline",
    facts: { count: hours, unit: "hour" },
  }),
  tests: "deadline/rules.test.ts",
});

import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import type { BeginDeadline } from "./effect.ts";

/** Law 11: feedback that a rejected candidate asked for is given within so many days. */
export const feedbackAnswerRule = defineRule({
  name: "deadline.feedback",
  points: ["feedback.ask"],
  laws: [11],
  kinds: ["flow"],
  template: { flow: "Feedback that a candidate asked for is given within {days} days." },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    days: z.int().min(1).max(60).meta({ title: "Days", unit: "days" }),
  }),
  defaults: { days: 14 },
  effects: {
    begin_deadline: ({ count }) => `Feedback is given within ${String(count)} days.`,
  },
  judge: (_facts, { days }): BeginDeadline => ({
    effect: "begin_deadline",
    facts: { count: days, unit: "day" },
  }),
  tests: "deadline/rules.test.ts",
});

import { z } from "zod";
import { LIMITS } from "../limits.ts";
import { defineRule } from "../policy/rule.ts";
import type { BeginDeadline } from "./effect.ts";

/** Law 11: a candidate's question is answered within so many days. */
export const questionAnswerRule = defineRule({
  name: "deadline.questionAnswer",
  points: ["candidate.ask"],
  laws: [11],
  kinds: ["flow"],
  template: { flow: "A candidate's question is answered within {days} days." },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    days: z.int().min(1).max(60).meta({ title: "Days", unit: "days" }),
  }),
  defaults: { days: LIMITS.questionDays },
  effects: {
    begin_deadline: ({ count }) => `A question is answered within ${String(count)} hours.`,
  },
  judge: (_facts, { days }): BeginDeadline => ({
    effect: "begin_deadline",
    // To the hour, as the candidate counts.
    facts: { count: days * 24, unit: "hour" },
  }),
  tests: "deadline/rules.test.ts",
});

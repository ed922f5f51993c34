import { z } from "zod";
import { LIMITS } from "../limits.ts";
import { defineRule } from "../policy/rule.ts";
import type { BeginDeadline } from "./effect.ts";

/** Law 11: a candidate under way hears something after so many days at the latest. */
export const nextWordRule = defineRule({
  name: "deadline.nextWord",
  points: [
    "candidate.applyToJob",
    "candidate.add",
    "candidate.refer",
    "application.hold",
    "application.resume",
    "application.message",
    "application.move",
    "debrief.decide",
  ],
  laws: [11],
  kinds: ["flow"],
  template: { flow: "A candidate hears something within {days} days, if no earlier was promised." },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    days: z.int().min(1).max(365).meta({ title: "Days", unit: "days" }),
  }),
  defaults: { days: LIMITS.holdDays },
  effects: {
    begin_deadline: ({ count }) => `A candidate hears something within ${String(count)} days.`,
  },
  judge: (_facts, { days }): BeginDeadline => ({
    effect: "begin_deadline",
    facts: { count: days, unit: "day" },
  }),
  tests: "deadline/rules.test.ts",
});

import { z } from "zod";
import { deny } from "../errors.ts";
import { defineRule } from "../policy/rule.ts";

/**
 * Whether a candidate who was rejected on merit gets feedback per competency when they ask, and for
 * how long after they were told they may ask.
 */
export const feedbackAllowedRule = defineRule({
  name: "feedback.allowed",
  points: ["feedback.ask", "candidate.showOwn"],
  laws: [],
  kinds: ["validation"],
  template: {
    validation:
      "Who was rejected on merit gets feedback when they ask: {given}. They may ask within {askDays} days.",
  },
  facts: z.strictObject({
    /** Whole days since they were told. */
    days: z.int(),
  }),
  parameters: z.strictObject({
    given: z.boolean().meta({ title: "Given" }),
    askDays: z.int().min(1).max(365).meta({ title: "Asked for within", unit: "days" }),
  }),
  defaults: { given: false, askDays: 30 },
  effects: {},
  judge: ({ days }, { given, askDays }) => {
    if (!given) return deny("FEEDBACK_NOT_GIVEN", {});
    return days <= askDays ? null : deny("FEEDBACK_LATE", { days: askDays });
  },
  tests: "feedback/rules.test.ts",
});

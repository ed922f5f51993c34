import { z } from "zod";
import { deny } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { defineRule } from "../policy/rule.ts";

const Facts = z.strictObject({
  /** Those that wait for their answer. */
  waiting: z.int(),
});

/** One asks as long as somebody is there to answer, and not without end before they do. */
export const questionLimitRule = defineRule({
  name: "candidate.questionLimit",
  points: ["candidate.ask", "candidate.showOwn"],
  laws: [],
  kinds: ["validation"],
  template: { validation: "At most {most} questions of a candidate wait for their answer." },
  facts: Facts,
  parameters: z.strictObject({
    most: z.int().min(1).max(50).meta({ title: "At most", unit: "questions" }),
  }),
  defaults: { most: LIMITS.openQuestions },
  effects: {},
  judge: ({ waiting }, { most }) => (waiting < most ? null : deny("QUESTIONS_WAITING", { most })),
  tests: "candidate/question-limits.test.ts",
});

/** Law 17: the same of what a candidate asks to be arranged. */
export const adjustmentLimitRule = defineRule({
  name: "candidate.adjustmentLimit",
  points: ["candidate.askAdjustment", "candidate.showOwn"],
  laws: [17],
  kinds: ["validation"],
  template: { validation: "At most {most} requests of a candidate wait for their answer." },
  facts: Facts,
  parameters: z.strictObject({
    most: z.int().min(1).max(50).meta({ title: "At most", unit: "requests" }),
  }),
  defaults: { most: LIMITS.openAdjustments },
  effects: {},
  judge: ({ waiting }, { most }) => (waiting < most ? null : deny("ADJUSTMENTS_WAITING", { most })),
  tests: "candidate/question-limits.test.ts",
});

import { z } from "zod";
import { deny } from "../errors.ts";
import { defineRule } from "../policy/rule.ts";

/** Whether openings come from an approved requisition alone. */
export const requisitionRequiredRule = defineRule({
  name: "requisition.required",
  points: ["job.addOpening", "job.create"],
  laws: [9],
  kinds: ["validation"],
  template: {
    validation: "Openings come from an approved requisition, where one is required: {required}.",
  },
  facts: z.strictObject({
    /** Whether the openings are those of an approved requisition. */
    approved: z.boolean(),
  }),
  parameters: z.strictObject({
    required: z.boolean().meta({ title: "A requisition is required" }),
  }),
  defaults: { required: false },
  effects: {},
  judge: ({ approved }, { required }) =>
    required && !approved ? deny("REQUISITION_REQUIRED", {}) : null,
  tests: "requisition/required.test.ts",
});

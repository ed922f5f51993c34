import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import { LEAST } from "./least.ts";

type ShowRaters = { effect: "show"; facts: { scorecards: number } };

/**
 * Whether those who lead hiring see how each interviewer rates at jobs of a place, and from how many
 * scorecards on. Off until two people set a policy for it: in some places a works council has to
 * agree first. Everybody sees their own figures.
 */
export const raterInsightRule = defineRule({
  name: "insight.raters",
  points: ["insight.show"],
  laws: [1],
  kinds: ["flow"],
  template: {
    flow: "Figures about how each interviewer rates are shown to recruiters, hiring managers and admins: {shown}. Nobody with fewer than {scorecards} scorecards is among them.",
  },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    shown: z.boolean().meta({ title: "Shown" }),
    scorecards: z
      .int()
      .min(LEAST.scorecards)
      .max(200)
      .meta({ title: "Smallest number shown", unit: "scorecards" }),
  }),
  defaults: { shown: false, scorecards: LEAST.scorecards },
  effects: { show: () => "Figures about interviewers are shown." },
  judge: (_facts, { shown, scorecards }) =>
    shown ? ({ effect: "show", facts: { scorecards } } satisfies ShowRaters) : null,
  tests: "insight/rules.test.ts",
});

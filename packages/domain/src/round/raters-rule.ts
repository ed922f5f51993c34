import { z } from "zod";
import { defineRule } from "../policy/rule.ts";

type ShowRaters = { effect: "show_raters"; facts: { people: number; managers: number } };

/**
 * Whether figures on how managers rate are made. They watch how people work, so that a works council
 * has a say in them (BetrVG § 87 (1) 6, § 94 (2)): off until an establishment switches them on.
 */
export const ratersRule = defineRule({
  name: "round.raters",
  points: ["round.showRaters"],
  laws: [],
  kinds: ["flow"],
  template: {
    flow: "Agreement and severity of managers as raters are shown: {shown}. Of at least {managers} managers with {people} people each. A works council has a say in it.",
  },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    shown: z.boolean().meta({ title: "Shown" }),
    people: z.int().min(5).max(50).meta({ title: "Least people of a manager", unit: "people" }),
    managers: z.int().min(3).max(50).meta({ title: "Least managers", unit: "managers" }),
  }),
  defaults: { shown: false, people: 5, managers: 3 },
  effects: {
    show_raters: ({ people, managers }) =>
      `Shown from ${String(managers)} managers with ${String(people)} people each on.`,
  },
  judge: (_facts, { shown, people, managers }) =>
    shown ? ({ effect: "show_raters", facts: { people, managers } } satisfies ShowRaters) : null,
  tests: "round/policy-rules.test.ts",
});

import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import { ATTRIBUTE_NAMES, type Attribute } from "./attributes.ts";

const Facts = z.strictObject({
  /** Whether the rules of the region allow the question. */
  allowed: z.boolean(),
});

const Parameters = z.strictObject({
  asked: z.boolean().meta({ title: "Asked" }),
  attributes: z.array(z.enum(ATTRIBUTE_NAMES)).min(1).max(3).meta({ title: "About" }),
  least: z.int().min(5).max(50).meta({ title: "Smallest number shown", unit: "people" }),
  fourFifths: z.boolean().meta({ title: "Four-fifths mark" }),
});

const STANDARD: z.infer<typeof Parameters> = {
  asked: false,
  attributes: ["gender", "ethnicity"],
  least: 5,
  fourFifths: true,
};

type AskToIdentify = {
  effect: "ask";
  facts: { attributes: readonly Attribute[]; least: number; fourFifths: boolean };
};

/**
 * Whether candidates are asked, of their own will, how they identify themselves, and from how many
 * people on a number is shown (29 CFR 1607.4). Only where the region allows the question.
 */
export const selfIdentificationRule = defineRule({
  name: "fairness.selfIdentification",
  points: ["fairness.showOwn", "fairness.identify", "fairness.report", "fairness.show"],
  laws: [1],
  kinds: ["flow"],
  template: {
    flow: "Candidates are asked how they identify themselves: {asked}. Of {attributes}; no number below {least} people is shown.",
  },
  facts: Facts,
  parameters: Parameters,
  defaults: STANDARD,
  effects: { ask: () => "The candidate is asked how they identify themself." },
  judge: ({ allowed }, { asked, attributes, least, fourFifths }) =>
    allowed && asked
      ? ({ effect: "ask", facts: { attributes, least, fourFifths } } satisfies AskToIdentify)
      : null,
  tests: "fairness/self-identification.test.ts",
});

import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import { LEAST } from "./least.ts";

type CountReviews = { effect: "count"; facts: { people: number } };

/**
 * Whether later reviews of people hired by jobs of a place are compared with their interviews, and
 * from how many people on a figure is shown. Off until two people set a policy for it: a review is
 * its pair's alone.
 */
export const reviewInsightRule = defineRule({
  name: "insight.reviews",
  points: ["insight.publish", "insight.show"],
  laws: [1],
  kinds: ["flow"],
  template: {
    flow: "Ratings of interviews are compared with later reviews of the same competencies: {shown}. No figure of fewer than {people} people is shown.",
  },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    shown: z.boolean().meta({ title: "Compared" }),
    people: z
      .int()
      .min(LEAST.people)
      .max(200)
      .meta({ title: "Smallest number shown", unit: "people" }),
  }),
  defaults: { shown: false, people: LEAST.people },
  effects: { count: () => "Interviews are compared with later reviews." },
  judge: (_facts, { shown, people }) =>
    shown ? ({ effect: "count", facts: { people } } satisfies CountReviews) : null,
  tests: "insight/rules.test.ts",
});

import { z } from "zod";
import { defineRule } from "../policy/rule.ts";

type Open = { effect: "open"; facts: Record<string, never> };

/**
 * Whether anybody may prepare for a published post of an open job, and so read the competencies and
 * anchors that it is judged by. Where it says no, the post has no such page.
 */
export const preparationOpenRule = defineRule({
  name: "preparation.open",
  points: [
    "preparation.list",
    "preparation.show",
    "preparation.plan",
    "candidate.showPost",
    "candidate.showOwn",
  ],
  laws: [],
  kinds: ["flow"],
  template: { flow: "Anybody may prepare for a published post: {open}." },
  facts: z.strictObject({}),
  parameters: z.strictObject({ open: z.boolean().meta({ title: "Open to anybody" }) }),
  defaults: { open: true },
  effects: { open: () => "Anybody may prepare for this post." },
  judge: (_facts, { open }) => (open ? ({ effect: "open", facts: {} } satisfies Open) : null),
  tests: "preparation/rules.test.ts",
});

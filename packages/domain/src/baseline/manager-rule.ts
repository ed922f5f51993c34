import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import { SIGHTS } from "./schemas.ts";
import type { Sight } from "./rules.ts";

type ManagerSees = { effect: "manager_sees"; facts: { sees: Sight; graceDays: number } };

/** How much of a baseline the manager sees, and how long the person has before that. */
export const baselineManagerRule = defineRule({
  name: "baseline.manager",
  points: [
    "baseline.show",
    "baseline.open",
    "baseline.share",
    "baseline.object",
    "baseline.withdrawObjection",
    "plan.preview",
    "plan.make",
    "progress.show",
  ],
  laws: [],
  kinds: ["flow"],
  template: {
    flow: "Of a growth baseline from interviews the manager sees {sees}, {graceDays} days after the person opened it, or when the person lets them.",
  },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    sees: z.enum(SIGHTS).meta({ title: "The manager sees" }),
    graceDays: z.int().min(1).max(60).meta({ title: "Days after it was opened", unit: "days" }),
  }),
  defaults: { sees: "ratings" as const, graceDays: 7 },
  effects: {
    manager_sees: ({ sees }) => `The manager sees ${String(sees).replaceAll("_", " ")}.`,
  },
  judge: (_facts, { sees, graceDays }): ManagerSees => ({
    effect: "manager_sees",
    facts: { sees, graceDays },
  }),
  tests: "baseline/policy-rules.test.ts",
});

/** Of several places the one that shows the least, the latest. */
export function strictestOf(effects: readonly ManagerSees[]): ManagerSees["facts"] {
  const facts = effects.map((one) => one.facts);
  const least = Math.min(...facts.map(({ sees }) => SIGHTS.indexOf(sees)));
  return {
    sees: SIGHTS[least] ?? "nothing",
    graceDays: Math.max(0, ...facts.map(({ graceDays }) => graceDays)),
  };
}

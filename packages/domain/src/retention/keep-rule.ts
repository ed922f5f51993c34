import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import { Instant, toInstant } from "../wire.ts";
import { later } from "./bounds.ts";

/** Kept until then, unless a law says otherwise. */
type KeepUntil = { effect: "keep_until"; facts: { until: string } };

/**
 * Law 10, last of its order: how long the organization itself keeps an application after its end.
 * What a region demands at least and allows at most goes before it.
 */
export const keepRule = defineRule({
  name: "retention.keep",
  points: [
    "retention.settle",
    "retention.eraseCandidate",
    "retention.show",
    "retention.list",
    "retention.listDue",
  ],
  laws: [10],
  kinds: ["flow"],
  template: {
    flow: "An application is erased {months} months after its end, within the law's bounds.",
  },
  facts: z.strictObject({ endedAt: Instant }),
  parameters: z.strictObject({
    months: z.int().min(1).max(120).meta({ title: "Kept after the end", unit: "months" }),
  }),
  defaults: { months: 24 },
  effects: {
    keep_until: ({ until }) => `Kept until ${String(until).slice(0, 10)}, then erased.`,
  },
  judge: ({ endedAt }, { months }) =>
    ({
      effect: "keep_until",
      facts: { until: toInstant(later(new Date(endedAt), { months })) },
    }) satisfies KeepUntil,
  tests: "retention/keep-rule.test.ts",
});

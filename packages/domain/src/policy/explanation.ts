import { z } from "zod";
import { Id, Instant } from "../wire.ts";
import { CLIENT_TYPES, NETWORK_TYPES } from "./segment.ts";

/** `validation` refuses; `flow` accepts and adds an effect. */
export const RULE_KINDS = ["validation", "flow"] as const;

export const SegmentView = z.object({
  region: z.string().nullable(),
  experiment: z.string().nullable(),
  client: z.enum(CLIENT_TYPES).nullable(),
  network: z.enum(NETWORK_TYPES).nullable(),
});

/** Why a rule said what it said: enough to judge again, years later, with the same answer. */
export const Explanation = z.object({
  rule: z.string(),
  kind: z.enum(RULE_KINDS),
  outcome: z.enum(["passed", "refused", "effect"]),
  /** The version that it was judged by; null: the rule's own defaults. */
  policy: z.object({ policyId: Id, versionId: Id, number: z.int() }).nullable(),
  /** The segment of that policy. */
  segment: SegmentView,
  /** What the segments were matched against; `system` has no client of its own. */
  place: z.object({
    region: z.string().nullable(),
    experiment: z.string().nullable(),
    client: z.enum(CLIENT_TYPES),
    network: z.enum(NETWORK_TYPES),
  }),
  at: Instant,
  parameters: z.record(z.string(), z.unknown()),
  facts: z.record(z.string(), z.unknown()),
  /** The refusal's code or the effect's name; null where it passed. */
  code: z.string().nullable(),
  sentence: z.string().nullable(),
  lift: z.string().nullable(),
});
export type Explanation = z.infer<typeof Explanation>;

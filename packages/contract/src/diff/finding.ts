import type { RuleId } from "./rules.ts";
import type { Tier, Verdict } from "./verdict.ts";

/** One difference between two contracts, as a client of the old one meets it. */
export type Finding = {
  rule: RuleId;
  verdict: Verdict;
  tier: Tier;
  /** A procedure, an event, or `transport`. */
  path: string;
  /** The place in the schema: `input.criteria[].note`. */
  at: string;
  what: string;
  /** What a client of the old contract would see. */
  seen: string;
  /** What to do instead. */
  instead: string;
};

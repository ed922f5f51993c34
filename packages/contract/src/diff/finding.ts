import type { RuleId } from "./rules.ts";

/** `breaking` fails a check; `review` asks a person whether somebody may now see or do more. */
export type Verdict = "breaking" | "warning" | "safe" | "review";

/**
 * Who meets a difference: whoever compiles against the router again (`TYPES`), a client that runs
 * and stays as it is (`WIRE`), or whoever relies on more than schemas (`BEHAVIOUR`).
 */
export type Tier = "TYPES" | "WIRE" | "BEHAVIOUR";

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

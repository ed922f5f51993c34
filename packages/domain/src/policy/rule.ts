import type { z } from "zod";
import type { Denial } from "../errors.ts";
import type { Permission } from "../permissions.ts";
import type { RULE_KINDS } from "./explanation.ts";

export type RuleKind = (typeof RULE_KINDS)[number];

/** What a flow rule adds: the verb that asked carries it out. */
export type Effect = { effect: string; facts: Record<string, unknown> };

/** What a rule says: nothing, a refusal, or an effect. */
export type Verdict<E extends Effect = Effect> = Denial | E | null;

/**
 * A business rule whose parameters an organization sets by policy. `judge` is pure and total: the
 * same facts, parameters and kind give the same verdict, years later too. `facts` may hold nothing
 * that whoever meets the rule may not read, for the explanation shows them.
 */
export type Rule<
  F extends object = object,
  P extends object = object,
  E extends Effect = Effect,
> = {
  name: string;
  /** The commands and queries that ask it. */
  points: readonly Permission[];
  /** The laws that it keeps; what a law decides is never an experiment. */
  laws: readonly number[];
  /** Whether it decides on pay; then it is never an experiment. */
  pay?: true;
  /** The kinds that a policy may choose from; the first holds where there is no policy. */
  kinds: readonly [RuleKind, ...RuleKind[]];
  /** The rule in a sentence for each of its kinds, parameters in braces: `at least {people} people`. */
  template: Partial<Record<RuleKind, string>>;
  facts: z.ZodType<F>;
  parameters: z.ZodType<P>;
  /** What holds where there is no policy. */
  defaults: P;
  /** An effect's sentence for people. */
  effects: Readonly<Record<string, (facts: Record<string, unknown>) => string>>;
  judge(facts: F, parameters: P, kind: RuleKind): Verdict<E>;
  /** The file of its table tests, from `packages/domain/src`. */
  tests: string;
};

/** Gives a rule its type. */
export function defineRule<F extends object, P extends object, E extends Effect = never>(
  rule: Rule<F, P, E>,
): Rule<F, P, E> {
  return rule;
}

/** Whether an experiment may vary a rule: never pay, never what a law decides. */
export function mayVary(rule: Pick<Rule, "laws" | "pay">): boolean {
  return rule.laws.length === 0 && rule.pay !== true;
}

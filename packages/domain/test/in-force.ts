import { newId } from "@rubric/db";
import type { CommandCtx, ReadCtx } from "../src/context.ts";
import { type Policies, policiesOf, type PolicyCall } from "../src/policy/engine.ts";
import { indexPolicies } from "../src/policy/resolve.ts";
import type { Rule, RuleKind } from "../src/policy/rule.ts";
import { EVERYONE, type Segment } from "../src/policy/segment.ts";

export type MadePolicy = {
  rule: Pick<Rule, "name" | "kinds" | "defaults">;
  /** What differs from the rule's own standard. */
  parameters: object;
  /** The rule's first, unless told. */
  kind?: RuleKind;
  segment?: Partial<Segment>;
};

/** These policies, judged by the engine itself; of every other rule, and of none, the standard holds. */
export function policiesInForce(
  policies: readonly MadePolicy[] = [],
  at = new Date(),
  variantOf: PolicyCall["variantOf"] = () => null,
): Policies {
  const versions = policies.map(({ rule, parameters, kind, segment }) => ({
    id: newId(),
    policyId: newId(),
    rule: rule.name,
    number: 1,
    segment: { ...EVERYONE, ...segment },
    kind: kind ?? rule.kinds[0],
    parameters: { ...rule.defaults, ...parameters },
    ends: false,
    from: 0,
    to: null,
  }));
  return policiesOf({
    index: indexPolicies(versions),
    at,
    client: "browser",
    network: "internal",
    variantOf,
    shadows: [],
    log: { judged: [], shadowed: [], exposed: [] },
  });
}

/** The same call where these policies are in force. */
export function withPolicies<C extends Pick<ReadCtx, "clock">>(
  ctx: C,
  policies: readonly MadePolicy[],
  variantOf?: PolicyCall["variantOf"],
): C {
  return { ...ctx, policy: policiesInForce(policies, ctx.clock, variantOf) };
}

type Verb<I, T> = (ctx: CommandCtx, input: I) => Promise<T>;

/** Lets verbs run where one policy is in force, for everyone. */
export function underPolicy(
  rule: MadePolicy["rule"],
  kind: RuleKind,
  parameters: object,
): <I, T>(verb: Verb<I, T>) => Verb<I, T> {
  return (verb) => (ctx, input) => verb(withPolicies(ctx, [{ rule, kind, parameters }]), input);
}

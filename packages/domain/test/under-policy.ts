import { newId } from "@rubric/db";
import type { CommandCtx } from "../src/context.ts";
import { policiesOf } from "../src/policy/engine.ts";
import { indexPolicies } from "../src/policy/resolve.ts";
import type { Rule, RuleKind } from "../src/policy/rule.ts";
import { EVERYONE } from "../src/policy/segment.ts";

/** Lets a verb run under a policy for everyone; all other rules are at their defaults. */
export function under<P extends object>(
  rule: Pick<Rule<never, P, never>, "name">,
  kind: RuleKind,
  parameters: P,
): <I, T>(
  verb: (ctx: CommandCtx, input: I) => Promise<T>,
) => (ctx: CommandCtx, input: I) => Promise<T> {
  const version = { id: newId(), policyId: newId(), rule: rule.name, number: 1, kind, parameters };
  const index = indexPolicies([{ ...version, segment: EVERYONE, ends: false, from: 0, to: null }]);
  return (verb) => (ctx, input) => {
    const policy = policiesOf({
      index,
      at: ctx.clock,
      client: "browser",
      network: "internal",
      variantOf: () => null,
      shadows: [],
      log: { judged: [], shadowed: [], exposed: [] },
    });
    return verb({ ...ctx, policy }, input);
  };
}

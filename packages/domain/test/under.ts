import { newId } from "@rubric/db";
import type { ReadCtx } from "../src/context.ts";
import { policiesOf } from "../src/policy/engine.ts";
import { indexPolicies } from "../src/policy/resolve.ts";
import type { Rule } from "../src/policy/rule.ts";
import { EVERYONE, type Segment } from "../src/policy/segment.ts";

export type MadePolicy = { rule: Rule; parameters: object; segment?: Partial<Segment> };

/** The same call where these policies are in force, judged by the engine itself. */
export function under<C extends Pick<ReadCtx, "clock">>(
  ctx: C,
  policies: readonly MadePolicy[],
  variantOf: (rule: string, subjectId: string | undefined) => string | null = () => null,
): C {
  const versions = policies.map(({ rule, parameters, segment }) => ({
    id: newId(),
    policyId: newId(),
    rule: rule.name,
    number: 1,
    segment: { ...EVERYONE, ...segment },
    kind: rule.kinds[0],
    parameters: rule.parameters.parse(parameters),
    ends: false,
    from: 0,
    to: null,
  }));
  const policy = policiesOf({
    index: indexPolicies(versions),
    at: ctx.clock,
    client: "browser",
    network: "external",
    variantOf,
    shadows: [],
    log: { judged: [], shadowed: [], exposed: [] },
  });
  return { ...ctx, policy };
}

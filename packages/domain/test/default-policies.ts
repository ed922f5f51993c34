import { type Policies, policiesOf } from "../src/policy/engine.ts";

/** The policies of an organization that has set none: each rule's defaults hold. */
export function defaultPolicies(at = new Date()): Policies {
  return policiesOf({
    index: new Map(),
    shadows: [],
    at,
    client: "system",
    network: "internal",
    variantOf: () => null,
    log: { judged: [], shadowed: [], exposed: [] },
  });
}

import type { Tx } from "@rubric/db";
import type { Actor } from "../context.ts";
import { variantsBy } from "../experiment/variant.ts";
import { clientOf, networkOf } from "../policy/client-of.ts";
import { makePolicyCache } from "../policy/cache.ts";
import { loadPolicies } from "../policy/load.ts";
import { type Policies, type PolicyLog, policiesOf } from "../policy/engine.ts";
import type { SubjectFacts } from "../subjects.ts";
import type { Call, Deps } from "./deps.ts";

/** What one attempt at a call leaves behind beside its rows; of no use after a rollback but to refusals. */
export type Trace = {
  /** Tokens of sessions that it opened or ended. */
  issued: (string | null)[];
  log: PolicyLog;
  by: { actor: Actor; subject: SubjectFacts; clock: Date } | null;
};

/** An attempt that has done nothing yet. */
export function newTrace(): Trace {
  return { issued: [], log: { judged: [], shadowed: [], exposed: [] }, by: null };
}

const UNCACHED = makePolicyCache(0);

/** The policies that a call is judged by: those of the epoch that its transaction began in. */
export async function policiesFor(
  deps: Deps,
  call: Call,
  at: { tx: Tx; actor: Actor; clock: Date; epoch: number; log: PolicyLog },
): Promise<Policies> {
  const cache = deps.policies ?? UNCACHED;
  const loaded = await cache.get(call.org.id, at.epoch, () => loadPolicies(at.tx, call.org.id));
  return policiesOf({
    ...loaded,
    at: at.clock,
    client: clientOf(at.actor, call.origin),
    network: networkOf(call.origin.ip, deps.internalNetworks ?? []),
    variantOf: variantsBy(loaded.experiments),
    log: at.log,
  });
}

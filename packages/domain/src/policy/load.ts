import type { Reader } from "@rubric/db";
import { policy, policyVersion } from "@rubric/db/schema";
import { and, eq, isNotNull, or } from "drizzle-orm";
import { runningExperiments } from "../experiment/access.ts";
import type { RunningExperiment } from "../experiment/variant.ts";
import type { Shadow } from "./engine.ts";
import { indexPolicies, type PolicyIndex, type PolicyVersion } from "./resolve.ts";
import { findRule, type PolicyParts, readPolicy } from "./rulebook.ts";
import { CLIENT_TYPES, NETWORK_TYPES, type Segment, segmentKey } from "./segment.ts";

/** What an organization's rules are judged by, as one epoch of it has it. */
export type LoadedPolicies = {
  index: PolicyIndex;
  shadows: readonly Shadow[];
  experiments: readonly RunningExperiment[];
};

/** No policy of one's own: each rule's defaults hold. */
export const NO_POLICIES: LoadedPolicies = { index: new Map(), shadows: [], experiments: [] };

export type VersionRow = {
  policy: typeof policy.$inferSelect;
  version: typeof policyVersion.$inferSelect;
};

/** Reads every version that binds or is shadowed, and the experiments that run. */
export async function loadPolicies(read: Reader, orgId: string): Promise<LoadedPolicies> {
  const rows = await read
    .select({ policy, version: policyVersion })
    .from(policyVersion)
    .innerJoin(
      policy,
      and(eq(policy.orgId, policyVersion.orgId), eq(policy.id, policyVersion.policyId)),
    )
    .where(
      and(
        eq(policyVersion.orgId, orgId),
        or(eq(policyVersion.state, "approved"), isNotNull(policyVersion.shadowSince)),
      ),
    );
  const binding = rows.filter(({ version }) => version.state === "approved");
  const shadowed = rows.filter(({ version }) => version.state !== "approved");
  const index = indexPolicies(binding.map(versionOf));
  return {
    index,
    shadows: shadowed.map((row) => withTried(index, row)),
    experiments: await runningExperiments(read, orgId),
  };
}

/** A rule's policies as they would be if a version that does not bind were in force. */
export function withTried(index: PolicyIndex, row: VersionRow): Shadow {
  const version = { ...versionOf(row), number: 0, from: 0, to: null };
  const key = segmentKey(version.segment);
  const segments = new Map(index.get(version.rule));
  segments.set(key, [version, ...(segments.get(key) ?? [])]);
  return { version, index: new Map([[version.rule, segments]]) };
}

/** A stored version as rules are judged by it; its parameters are read by the rule's own schema. */
export function versionOf({ policy: of, version }: VersionRow): PolicyVersion {
  return {
    id: version.id,
    policyId: version.policyId,
    rule: of.rule,
    number: version.number ?? 0,
    segment: segmentOf(of),
    ...readStored(of.rule, version),
    ends: version.ends,
    from: version.effectiveFrom?.getTime() ?? 0,
    to: version.effectiveTo?.getTime() ?? null,
  };
}

/**
 * Kind and parameters by today's schema of the rule. A rule that is no more is asked by nobody;
 * what its rule cannot read any more was changed without a migration, and may not pass for a default.
 */
function readStored(name: string, version: VersionRow["version"]): PolicyParts {
  const rule = findRule(name);
  if (rule === null) return { kind: version.kind, parameters: {} };
  const read = readPolicy(rule, version);
  if (read.ok) return read.policy;
  throw new Error(`The rule ${name} cannot read the policy version ${version.id}.`);
}

/** The segment of a stored policy. */
export function segmentOf(row: typeof policy.$inferSelect): Segment {
  return {
    region: row.region === "" ? null : row.region,
    experiment: row.experiment === "" ? null : row.experiment,
    client: CLIENT_TYPES.find((one) => one === row.client) ?? null,
    network: NETWORK_TYPES.find((one) => one === row.network) ?? null,
  };
}

/** The columns of a segment. */
export function segmentColumns({ region, experiment, client, network }: Segment) {
  return {
    region: region ?? "",
    experiment: experiment ?? "",
    client: client ?? "",
    network: network ?? "",
  };
}

import type { RuleKind } from "./rule.ts";
import { type Place, type Segment, segmentKey, segmentsOf } from "./segment.ts";

/** An approved version of a policy, as rules are judged by it. */
export type PolicyVersion = {
  id: string;
  policyId: string;
  rule: string;
  /** In order of approval; 0: it is only tried. */
  number: number;
  segment: Segment;
  kind: RuleKind;
  parameters: object;
  /** Says that from here on the segment has no policy of its own: the next wider one holds. */
  ends: boolean;
  /** In force from this millisecond on, until before that one. */
  from: number;
  to: number | null;
};

/** An organization's approved versions by rule and segment, each segment's newest first. */
export type PolicyIndex = ReadonlyMap<string, ReadonlyMap<string, readonly PolicyVersion[]>>;

/** Orders versions for look-up. Of one segment the higher number wins while it is in force. */
export function indexPolicies(versions: readonly PolicyVersion[]): PolicyIndex {
  const index = new Map<string, Map<string, PolicyVersion[]>>();
  for (const version of versions.toSorted((a, b) => b.number - a.number)) {
    const rules = index.get(version.rule) ?? new Map<string, PolicyVersion[]>();
    const key = segmentKey(version.segment);
    rules.set(key, [...(rules.get(key) ?? []), version]);
    index.set(version.rule, rules);
  }
  return index;
}

/** The version of the most specific segment that is in force for a place; null: the rule's defaults. */
export function resolve(
  index: PolicyIndex,
  rule: string,
  place: Place,
  at: number,
): PolicyVersion | null {
  const segments = index.get(rule);
  if (segments === undefined) return null;
  for (const segment of segmentsOf(place)) {
    const found = inForce(segments.get(segmentKey(segment)) ?? [], at);
    if (found !== null && !found.ends) return found;
  }
  return null;
}

/** Of one segment's versions, the newest first, the one that is in force at a millisecond. */
export function inForce<V extends Pick<PolicyVersion, "from" | "to">>(
  newestFirst: readonly V[],
  at: number,
): V | null {
  return newestFirst.find(({ from, to }) => from <= at && (to === null || at < to)) ?? null;
}

import type { Manifest } from "@rubric/contract/manifest";
import type { Usage } from "@rubric/domain/operations";

/** How long after its last call a removed procedure is still missed, in days. */
export const MISSED_DAYS = 90;

/** What a released contract has, this one has not, and a client called within `MISSED_DAYS`. */
export function stillUsed(
  usage: readonly Usage[],
  releases: readonly Manifest[],
  own: Manifest,
  now: Date,
): Usage[] {
  const since = new Date(now.getTime() - MISSED_DAYS * 86_400_000).toISOString().slice(0, 10);
  const removed = new Set(
    releases
      .flatMap((release) => Object.keys(release.procedures))
      .filter((path) => !(path in own.procedures)),
  );
  return usage.filter(({ procedure, lastUsed }) => removed.has(procedure) && lastUsed >= since);
}

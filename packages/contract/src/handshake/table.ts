import type { Manifest } from "../manifest.ts";
import type { Mark } from "./mark.ts";

/** Carries the calls of an older client over a change that would break them. */
export type Transform = {
  /** An input as the older client sends it → as it is taken now. Total: what it cannot read it hands on. */
  up?: (input: unknown) => unknown;
  /** An output as it is given now → as the older client reads it. */
  down?: (output: unknown) => unknown;
};

/** Contract id of a release → procedure → how its clients are served. */
export type Transforms = Readonly<Record<string, Readonly<Record<string, Transform>>>>;

/**
 * What becomes of one call. `same` and `compatible` go on as they are, `transform` goes on through
 * it, and the other two are refused before the input is read. A client that names no contract is
 * `unnamed` and goes on.
 */
export type Meeting =
  | { verdict: "same" | "compatible" | "unnamed" }
  | { verdict: "transform"; transform: Transform }
  | { verdict: "client-outdated" | "server-behind" };

export type Handshake = {
  /** The server's own contract. */
  own: Mark;
  /** A look-up: no schema is touched. */
  meet: (mark: Mark | null, procedure: string) => Meeting;
  /** Whether a manifest of this id is known here: only these become labels of a metric. */
  knows: (contractId: string) => boolean;
  /** Whether any known contract has this procedure. */
  hasProcedure: (procedure: string) => boolean;
};

const SAME: Meeting = { verdict: "same" };
const COMPATIBLE: Meeting = { verdict: "compatible" };
const UNNAMED: Meeting = { verdict: "unnamed" };
const OUTDATED: Meeting = { verdict: "client-outdated" };
const BEHIND: Meeting = { verdict: "server-behind" };

/**
 * Compares once, when the server starts, its own manifest with each release that it still serves.
 * `breaks` names the procedures of the older one that its running clients can no longer use.
 */
export function makeHandshake(
  own: Manifest,
  releases: readonly Manifest[],
  breaks: (older: Manifest, own: Manifest) => ReadonlySet<string>,
  transforms: Transforms = {},
): Handshake {
  const older = releases.filter((one) => one.contractId !== own.contractId);
  const table = new Map(
    older.map((release) => [
      release.contractId,
      meetings(release, own, breaks(release, own), transforms[release.contractId] ?? {}),
    ]),
  );
  const procedures = new Set([own, ...older].flatMap((one) => Object.keys(one.procedures)));
  return {
    own: { contractId: own.contractId, releasedAt: own.releasedAt },
    knows: (contractId) => contractId === own.contractId || table.has(contractId),
    hasProcedure: (procedure) => procedures.has(procedure),
    meet: (mark, procedure) => {
      if (mark === null) return UNNAMED;
      if (mark.contractId === own.contractId) return SAME;
      const known = table.get(mark.contractId);
      if (known === undefined) return mark.releasedAt > own.releasedAt ? BEHIND : OUTDATED;
      // It did not have this procedure, so whoever calls it does not go by that contract alone.
      return known.get(procedure) ?? COMPATIBLE;
    },
  };
}

function meetings(
  release: Manifest,
  own: Manifest,
  broken: ReadonlySet<string>,
  transforms: Readonly<Record<string, Transform>>,
): ReadonlyMap<string, Meeting> {
  return new Map(
    Object.entries(release.procedures).map(([path, { digest }]) => {
      const transform = transforms[path];
      if (transform !== undefined) return [path, { verdict: "transform", transform }];
      if (broken.has(path)) return [path, OUTDATED];
      return [path, own.procedures[path]?.digest === digest ? SAME : COMPATIBLE];
    }),
  );
}

import type { Manifest, ProcedureContract } from "../manifest.ts";
import { compareEvents } from "./events.ts";
import type { Finding } from "./finding.ts";
import { compareProcedures } from "./procedures.ts";
import { compareTransports, TRANSPORT } from "./transport.ts";
import { say } from "./walk.ts";

export type { Finding } from "./finding.ts";
export type { Tier, Verdict } from "./verdict.ts";
export type { RuleId } from "./rules.ts";

/** All that a client of `old` would meet at a server of `next`, in the order of paths. */
export function diffManifests(old: Manifest, next: Manifest): Finding[] {
  const added = Object.entries(next.procedures).filter(([path]) => !(path in old.procedures));
  const found = Object.entries(old.procedures).flatMap(([path, before]) => {
    const after = next.procedures[path];
    if (after === undefined) return removed(path, before, added);
    if (after.digest === before.digest) return [];
    return compareProcedures(path, { old: before, next: after }, { old, next });
  });
  return withoutRepeats([
    ...compareTransports(old, next),
    ...found,
    ...untold(old, next),
    ...compareEvents(old, next),
  ]);
}

/** The procedures of `old` that a running client of it can no longer use at a server of `next`. */
export function breaksOnWire(old: Manifest, next: Manifest): ReadonlySet<string> {
  const broken = diffManifests(old, next).filter(
    ({ verdict, tier }) => verdict === "breaking" && tier === "WIRE",
  );
  const paths = Object.keys(old.procedures);
  return new Set(
    broken.flatMap(({ rule, path }) => {
      if (path !== TRANSPORT) return path in old.procedures ? [path] : [];
      // A command is never sent by another method.
      return rule === "P6" ? paths.filter((one) => old.procedures[one]?.kind === "query") : paths;
    }),
  );
}

/** A removed procedure whose equal stands under a new path was renamed. */
function removed(
  path: string,
  { digest }: ProcedureContract,
  added: readonly [string, ProcedureContract][],
): Finding[] {
  const findings: Finding[] = [];
  const at = { path, at: "", findings };
  const [equal] = added.find(([, procedure]) => procedure.digest === digest) ?? [];
  if (equal === undefined) say(at, "P1", { what: "is gone" });
  else say(at, "P2", { what: `is called ${equal} now` });
  return findings;
}

/** What never had an output schema breaks nobody who runs, and yet is not to be released. */
function untold(old: Manifest, next: Manifest): Finding[] {
  const findings: Finding[] = [];
  for (const [path, { output }] of Object.entries(next.procedures)) {
    if (output !== null) continue;
    const before = old.procedures[path];
    if (before !== undefined && before.output !== null) continue;
    const what = "does not say what it gives";
    say({ path, at: "output", findings }, "O14", { what, tier: "TYPES" });
  }
  return findings;
}

/** Alternatives of a union may say the same thing twice. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const known = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...known.values()];
}

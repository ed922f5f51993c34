import type { Manifest } from "../manifest.ts";
import type { Finding } from "./finding.ts";
import { RULES } from "./rules.ts";

/** All that a client of `old` would meet at a server of `next`. */
export function diffManifests(old: Manifest, next: Manifest): Finding[] {
  return Object.entries(old.procedures).flatMap(([path, before]): Finding[] => {
    const after = next.procedures[path];
    if (after?.digest === before.digest) return [];
    const rule = after === undefined ? "P1" : "I5";
    const { tier, instead, title } = RULES[rule];
    const seen = "The call fails.";
    return [{ rule, verdict: "breaking", tier, path, at: "", what: title, seen, instead }];
  });
}

/** The procedures of `old` that a running client of it can no longer use at a server of `next`. */
export function breaksOnWire(old: Manifest, next: Manifest): ReadonlySet<string> {
  const broken = diffManifests(old, next).filter(
    ({ verdict, tier }) => verdict === "breaking" && tier === "WIRE",
  );
  return new Set(broken.map(({ path }) => path));
}

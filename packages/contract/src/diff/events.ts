import { type Manifest, schemaAt } from "../manifest.ts";
import type { Finding } from "./finding.ts";
import { compareSent } from "./procedures.ts";
import { say } from "./walk.ts";

/**
 * What differs between the events of two contracts. They are outputs; what would break is allowed
 * under a higher version, by which a reader tells the new payload from the old one.
 */
export function compareEvents(old: Manifest, next: Manifest): Finding[] {
  return Object.entries(old.events).flatMap(([name, before]) => {
    const findings: Finding[] = [];
    const at = { path: name, at: "event", findings };
    const after = next.events[name];
    if (after === undefined) {
      say(at, "P1", { what: "is no longer sent", seen: "It waits for an event that never comes." });
      return findings;
    }
    if (after.version < before.version) {
      say(at, "P1", { what: `version ${before.version} became ${after.version}` });
    }
    if (after.payload === before.payload) return findings;
    const sides = { old: schemaAt(old, before.payload), next: schemaAt(next, after.payload) };
    const found = compareSent(name, sides, old.readers).map((finding) => ({
      ...finding,
      at: finding.at.replace(/^output/, "event"),
    }));
    const renewed = after.version > before.version;
    return [...findings, ...(renewed ? found.map((one) => underNewVersion(one)) : found)];
  });
}

function underNewVersion(finding: Finding): Finding {
  if (finding.verdict !== "breaking") return finding;
  const seen = "The version in the event is higher than the one it knows.";
  return { ...finding, verdict: "warning", seen };
}

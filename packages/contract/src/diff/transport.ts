import type { Manifest } from "../manifest.ts";
import { schemaAt } from "../manifest.ts";
import type { Finding } from "./finding.ts";
import { compareSent } from "./procedures.ts";
import { say, shown } from "./walk.ts";

/** The path of what holds for every procedure. */
export const TRANSPORT = "transport";

/** What differs in what holds for every procedure. */
export function compareTransports(old: Manifest, next: Manifest): Finding[] {
  const findings: Finding[] = [];
  const at = { path: TRANSPORT, at: "", findings };
  const [before, after] = [old.transport, next.transport];
  if (before.transformer !== after.transformer) {
    const what = `${shown(before.transformer)} became ${shown(after.transformer)}`;
    say(at, "P4", { what, at: "transformer" });
  }
  if (after.batchLimit < before.batchLimit) {
    const what = `${before.batchLimit} calls became ${after.batchLimit}`;
    say(at, "P5", { what, at: "batchLimit" });
  }
  if (before.methodOverride && !after.methodOverride) {
    say(at, "P6", { what: "queries are no longer answered to POST", at: "methodOverride" });
  }
  for (const [name, { calls, seconds }] of Object.entries(before.rates)) {
    const now = after.rates[name];
    if (now !== undefined && now.calls / now.seconds >= calls / seconds) continue;
    const to = now === undefined ? "nothing" : `${now.calls} calls in ${now.seconds} s`;
    const what = `${calls} calls in ${seconds} s became ${to}`;
    say(at, "P12", { what, at: `rates.${name}` });
  }
  return [...findings, ...compareErrorShapes(old, next)];
}

/** Errors are outputs of every procedure; whatever breaks there is one rule. */
function compareErrorShapes(old: Manifest, next: Manifest): Finding[] {
  if (old.transport.errorShape === next.transport.errorShape) return [];
  const findings: Finding[] = [];
  const found = compareSent(
    TRANSPORT,
    {
      old: schemaAt(old, old.transport.errorShape),
      next: schemaAt(next, next.transport.errorShape),
    },
    old.readers,
  );
  for (const { verdict, tier, what, seen, at } of found) {
    const place = at.replace(/^output/, "error.data");
    say({ path: TRANSPORT, at: place, findings }, "P9", { what, verdict, tier, seen });
  }
  return findings;
}

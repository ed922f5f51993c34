import { isSame } from "../canonical.ts";
import type { Manifest, ProcedureContract, Transport } from "../manifest.ts";
import { schemaAt } from "../manifest.ts";
import type { Schema } from "../schema.ts";
import { compareSchemas } from "./compare.ts";
import { compareDefaults } from "./defaults.ts";
import type { Finding } from "./finding.ts";
import { sensitivePlaces } from "./sensitive.ts";
import { onlyIn, say, shown, type Walk } from "./walk.ts";

type Sides<T> = { old: T; next: T };

/** What differs between two contracts of one procedure. */
export function compareProcedures(
  path: string,
  { old, next }: Sides<ProcedureContract>,
  manifests: Sides<Manifest>,
): Finding[] {
  const findings: Finding[] = [];
  const at = { path, at: "", findings };
  if (old.kind !== next.kind) say(at, "P3", { what: `a ${old.kind} became a ${next.kind}` });
  if (old.idempotency !== "required" && next.idempotency === "required") {
    say(at, "P8", { what: "an idempotency key is now required" });
  }
  compareRights(old, next, at);
  compareErrors(old, next, at);
  compareRates(old, next, manifests, at);
  const schemas = (part: "input" | "output") => ({
    old: schemaAt(manifests.old, old[part]),
    next: schemaAt(manifests.next, next[part]),
  });
  compareInputs(schemas("input"), { ...at, readers: manifests.old.readers });
  compareOutputs(schemas("output"), { ...at, readers: manifests.old.readers });
  return findings;
}

type At = Pick<Walk, "path" | "at" | "findings">;

function compareRights(old: ProcedureContract, next: ProcedureContract, at: At): void {
  const lost = onlyIn(old.permission.holders, next.permission.holders);
  const gained = onlyIn(next.permission.holders, old.permission.holders);
  const asked = onlyIn(next.permission.conditions, old.permission.conditions);
  const waived = onlyIn(old.permission.conditions, next.permission.conditions);
  const place = "permission";
  if (lost.length + asked.length > 0) {
    const parts = [...lost.map((who) => `not for ${who}`), ...asked.map((what) => `asks ${what}`)];
    say(at, "P7", { what: `raised: ${parts.join(", ")}`, at: place });
  }
  if (gained.length + waived.length > 0) {
    const parts = [...gained.map((who) => `for ${who}`), ...waived.map((what) => `not ${what}`)];
    const seen = "Nothing; others may do now what they could not.";
    say(at, "P7", { what: `lowered: ${parts.join(", ")}`, at: place, verdict: "review", seen });
  }
}

function compareErrors(old: ProcedureContract, next: ProcedureContract, at: At): void {
  const tier = "BEHAVIOUR";
  for (const code of onlyIn(next.errors, old.errors)) {
    const seen = "An error whose code it does not know.";
    say(at, "P9", {
      what: `may refuse with ${code}`,
      at: "errors",
      verdict: "warning",
      tier,
      seen,
    });
  }
  for (const code of onlyIn(old.errors, next.errors)) {
    say(at, "P9", { what: `never refuses with ${code} now`, at: "errors", verdict: "safe", tier });
  }
}

/** Calls in a second; an unknown class allows nothing that can be compared. */
function allowed(transport: Transport, rate: string): number | null {
  const found = transport.rates[rate];
  return found === undefined ? null : found.calls / found.seconds;
}

function compareRates(
  old: ProcedureContract,
  next: ProcedureContract,
  manifests: Sides<Manifest>,
  at: At,
): void {
  if (old.rate === next.rate) return;
  const [before, after] = [
    allowed(manifests.old.transport, old.rate),
    allowed(manifests.next.transport, next.rate),
  ];
  if (before !== null && after !== null && after >= before) return;
  say(at, "P12", { what: `${shown(old.rate)} became ${shown(next.rate)}`, at: "rate" });
}

type Base = At & Pick<Walk, "readers">;

/** A procedure that takes nothing, and one whose input is `void`, are the same. */
function given(schema: Schema | null): Schema | null {
  return schema !== null && "x-void" in schema ? null : schema;
}

function walkOf(base: Base, direction: Walk["direction"], roots: Walk["roots"]): Walk {
  return { ...base, direction, roots, at: direction, above: new Map() };
}

function compareInputs(sides: Sides<Schema | null>, base: Base): void {
  const [old, next] = [given(sides.old), given(sides.next)];
  const at = { ...base, at: "input" };
  if (isSame(old, next)) return;
  if (next === null) {
    const seen = "What it sends is ignored.";
    return say(at, "I4", { what: "nothing is read any more", verdict: "warning", seen });
  }
  const isFree = next["x-absent"] === true;
  if (old === null) {
    if (isFree) return say(at, "I11", { what: "an input may be given now" });
    return say(at, "I17", { what: "an input is now needed" });
  }
  const walk = walkOf(base, "input", { old, next });
  if (old["x-absent"] === true && !isFree) say(at, "I17", { what: "an input is now needed" });
  if (old["x-absent"] === true && isFree) compareDefaults(old, next, walk);
  compareSchemas(old, next, walk);
}

function compareOutputs({ old, next }: Sides<Schema | null>, base: Base): void {
  const at = { ...base, at: "output" };
  if (isSame(old, next)) return;
  if (next === null) return say(at, "O14", { what: "says no longer what it gives" });
  for (const place of onlyIn(
    [...sensitivePlaces(next)],
    old === null ? [] : [...sensitivePlaces(old)],
  )) {
    say(at, "O16", { what: "is personal or secret, and is sent now", at: place });
  }
  if (old === null) {
    return say(at, "O9", { what: "says now what it gives", verdict: "safe" });
  }
  if (old["x-absent"] !== true && next["x-absent"] === true) {
    say(at, "O2", { what: "may now be missing" });
  }
  compareSchemas(old, next, walkOf(base, "output", { old, next }));
}

/** What differs between what two events carry, or two shapes of errors. */
export function compareSent(
  path: string,
  sides: Sides<Schema | null>,
  readers: Manifest["readers"],
): Finding[] {
  const findings: Finding[] = [];
  compareOutputs(sides, { path, at: "", findings, readers });
  return findings;
}

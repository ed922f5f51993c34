import { canonical, isRecord } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import { compareDefaults } from "./defaults.ts";
import { type Fields, fieldsOf } from "./fields.ts";
import { takesText } from "./strings.ts";
import { type Compare, into, say, shown, type Walk } from "./walk.ts";

/** Compares two objects, or records, key by key. */
export function compareObjects(old: Schema, next: Schema, walk: Walk, compare: Compare): void {
  const [before, after] = [fieldsOf(old, walk.roots.old), fieldsOf(next, walk.roots.next)];
  const moved = comparePages(old, next, walk);
  const keys = [...Object.keys(before.named), ...Object.keys(after.named)];
  for (const key of new Set(keys)) {
    if (moved.has(key)) continue;
    compareKey(key, before, after, into(walk, `.${key}`), compare);
  }
  compareUnknown(before, after, walk, compare);
}

function compareKey(key: string, old: Fields, next: Fields, walk: Walk, compare: Compare): void {
  const [before, after] = [old.named[key], next.named[key]];
  if (before !== undefined && after !== undefined) {
    comparePresence(old.required.has(key), next.required.has(key), walk);
    const left = !old.required.has(key) && !next.required.has(key);
    if (left && walk.direction === "input") compareDefaults(before, after, walk);
    return compare(before, after, walk);
  }
  const required = next.required.has(key);
  if (after !== undefined && walk.direction === "input") {
    return inputAdded(old, after, required, walk, compare);
  }
  if (after !== undefined) return outputAdded(key, old, after, walk, compare);
  if (before === undefined) return;
  if (walk.direction === "input") return inputRemoved(key, before, next, walk, compare);
  outputRemoved(key, before, old, next, walk, compare);
}

function comparePresence(before: boolean, after: boolean, walk: Walk): void {
  if (before === after) return;
  if (walk.direction === "input") {
    if (after) return say(walk, "I2", { what: "is now required" });
    return say(walk, "I11", { what: "is no longer required" });
  }
  if (after) return say(walk, "O9", { what: "is always there now", verdict: "safe" });
  say(walk, "O2", { what: "may now be missing" });
}

function inputAdded(old: Fields, next: Schema, required: boolean, walk: Walk, compare: Compare) {
  // An open object took the key before, with whatever it holds.
  if (old.unknown === "open") compare(old.rest, next, walk);
  if (required) return say(walk, "I1", { what: "is new and required" });
  say(walk, "I3", { what: "is new and optional" });
  const seen =
    old.unknown === "strict"
      ? "A client of the new contract that sends it is refused by a server of the old one."
      : "A server of the old contract ignores it when a client of the new one sends it.";
  say(walk, "I3", { what: "is not known to servers of before", verdict: "warning", seen });
}

function inputRemoved(key: string, old: Schema, next: Fields, walk: Walk, compare: Compare): void {
  if (next.unknown === "strict") return say(walk, "I4", { what: "is gone, and refused" });
  if (next.unknown === "strip") {
    const seen = "What it sends there is ignored.";
    return say(walk, "I4", { what: "is gone, and ignored", verdict: "warning", seen });
  }
  if (next.names !== null && !takesText(next.names, key)) {
    return say(walk, "I5", { what: "is not a key that the record is sure to take" });
  }
  compare(old, next.rest, walk);
}

function outputAdded(key: string, old: Fields, next: Schema, walk: Walk, compare: Compare): void {
  if (old.unknown !== "open") return keyAdded(walk, "is new");
  if (old.names !== null && !takesText(old.names, key)) {
    return say(walk, "O9", { what: "is not a key that the record was sure to have" });
  }
  compare(old.rest, next, walk);
}

function keyAdded(walk: Walk, what: string): void {
  const strict = walk.readers === "strict";
  const seen = strict ? "It refuses the whole answer." : "It ignores the key.";
  say(walk, "O5", { what, verdict: strict ? "breaking" : "safe", seen });
}

function outputRemoved(
  key: string,
  before: Schema,
  old: Fields,
  next: Fields,
  walk: Walk,
  compare: Compare,
): void {
  const needed = old.required.has(key);
  // Who runs the old code can do without an optional key; who compiles it again cannot.
  if (next.unknown !== "open") {
    return say(walk, "O1", { what: "is gone", tier: needed ? "WIRE" : "TYPES" });
  }
  if (needed) say(walk, "O2", { what: "is named no longer, and may be missing" });
  compare(before, next.rest, walk);
}

function compareUnknown(old: Fields, next: Fields, walk: Walk, compare: Compare): void {
  const rest = into(walk, ".*");
  if (old.unknown === "open" && next.unknown === "open") {
    compareNames(old.names, next.names, into(walk, "{key}"), compare);
    return compare(old.rest, next.rest, rest);
  }
  if (old.unknown === next.unknown) return;
  if (walk.direction === "output") return compareUnknownOut(old, next, rest);
  const what = `unknown keys: ${said(old)} became ${said(next)}`;
  if (next.unknown === "strict") return say(walk, "I13", { what });
  if (next.unknown === "open") {
    const any = Object.keys(next.rest).length === 0 && next.names === null;
    return say(walk, any || old.unknown === "strict" ? "I11" : "I13", { what });
  }
  if (old.unknown === "strict") return say(walk, "I11", { what });
  const seen = "The keys that it adds are ignored.";
  say(walk, "I4", { what, verdict: "warning", seen });
}

function compareUnknownOut(old: Fields, next: Fields, walk: Walk): void {
  if (next.unknown === "open") return keyAdded(walk, "there may be keys that are not named");
  if (old.unknown === "open") say(walk, "O9", { what: "has only named keys", verdict: "safe" });
}

function said({ unknown }: Fields): string {
  return { strip: "ignored", strict: "refused", open: "accepted" }[unknown];
}

function compareNames(old: Schema | null, next: Schema | null, walk: Walk, compare: Compare): void {
  if (old === null && next === null) return;
  compare(old ?? { type: "string" }, next ?? { type: "string" }, walk);
}

/** Compares the stamps of two pages; which keys were thereby looked at. */
function comparePages(old: Schema, next: Schema, walk: Walk): ReadonlySet<unknown> {
  const [before, after] = [old["x-page"], next["x-page"]];
  if (!isRecord(before) || canonical(before) === canonical(after ?? null)) return new Set();
  if (walk.direction === "input") return new Set();
  const now = isRecord(after) ? after : {};
  say(walk, "O12", { what: `the page ${shown(before)} became ${shown(after)}` });
  return new Set(
    ["items", "cursor"]
      .filter((part) => before[part] !== now[part])
      .flatMap((part) => [before[part], now[part]]),
  );
}

import { canonical, isRecord } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import { namesOf } from "../stamps.ts";
import { sayUnbound } from "./bounds.ts";
import { type Compare, into, onlyIn, say, shown, type Walk, words } from "./walk.ts";

/** Compares what two schemas of one kind say through stamps. */
export function compareStamps(old: Schema, next: Schema, walk: Walk, compare: Compare): void {
  if (walk.direction === "input") {
    compareCoercion(old, next, walk);
    compareOverwrites(old, next, walk);
  } else {
    compareOrder(old, next, walk);
  }
  compareEventIds(old, next, walk);
  compareRefinements(old, next, walk);
  compareTransforms(old, next, walk);
  compareThen(old, next, walk, compare);
  compareOthers(old, next, walk);
}

function compareCoercion(old: Schema, next: Schema, walk: Walk): void {
  for (const key of ["x-coerce", "x-catch"]) {
    if (canonical(old[key] ?? null) === canonical(next[key] ?? null)) continue;
    const name = key === "x-coerce" ? "coercion" : "a value to fall back on";
    if (key in old) say(walk, "I14", { what: `${name} is gone or changed` });
    else say(walk, "I11", { what: `${name} is there now` });
  }
}

/** What an overwritten text must meet afterwards, beside a greatest length that trimming only helps. */
const DEPENDENT = ["minLength", "pattern", "format", "allOf", "enum", "x-refinement", "x-then"];

function compareOverwrites(old: Schema, next: Schema, walk: Walk): void {
  const [before, after] = [old["x-overwrite"], next["x-overwrite"]].map(listOf);
  const order = canonical(old["x-order"] ?? null) !== canonical(next["x-order"] ?? null);
  if (canonical(before) === canonical(after) && !order) return;
  const what = `what a text is turned into: ${shown(before)} became ${shown(after)}`;
  const [gone, added] = [onlyIn(before ?? [], after ?? []), onlyIn(after ?? [], before ?? [])];
  const needs = DEPENDENT.some((key) => key in next);
  const bounded = "maxLength" in next;
  if (gone.length > 0 && (needs || bounded)) return say(walk, "I14", { what });
  const grows = bounded && added.some((name) => name !== "trim");
  const turned = added.length > 0 && (needs || grows);
  say(walk, order || turned ? "I10" : "I16", { what });
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function compareRefinements(old: Schema, next: Schema, walk: Walk): void {
  const [before, after] = [namesOf(old["x-refinement"]), namesOf(next["x-refinement"])];
  const [removed, added] = [onlyIn(before, after), onlyIn(after, before)];
  if (walk.direction === "input") {
    for (const name of added) say(walk, "I15", { what: `must now meet ${shown(name)}` });
    for (const name of removed) say(walk, "I11", { what: `need not meet ${shown(name)} any more` });
    return;
  }
  for (const name of removed) sayUnbound(`need not meet ${shown(name)} any more`, walk);
  for (const name of added) {
    say(walk, "O10", { what: `always meets ${shown(name)} now`, verdict: "safe" });
  }
}

function compareTransforms(old: Schema, next: Schema, walk: Walk): void {
  const [before, after] = [namesOf(old["x-transform"]), namesOf(next["x-transform"])];
  if (canonical(before) === canonical(after)) return;
  const what = `the transform ${shown(before)} became ${shown(after)}`;
  say(walk, walk.direction === "input" ? "I16" : "O11", { what });
}

/** `x-then` is what a value must meet after it was overwritten. */
function compareThen(old: Schema, next: Schema, walk: Walk, compare: Compare): void {
  const [before, after] = [old["x-then"], next["x-then"]];
  if (isRecord(before) && isRecord(after)) {
    const roots = { old: before, next: after };
    return compare(before, after, into({ ...walk, roots }, ""));
  }
  if (isRecord(after)) say(walk, "I10", { what: `must now also be ${shown(after)}` });
  if (isRecord(before)) say(walk, "I11", { what: `need not be ${shown(before)} any more` });
}

function compareEventIds(old: Schema, next: Schema, walk: Walk): void {
  const [before, after] = [old["x-event-id"], next["x-event-id"]];
  if (before === after) return;
  say(walk, "P11", { what: `event ids ${shown(before)} became ${shown(after)}` });
}

function compareOrder(old: Schema, next: Schema, walk: Walk): void {
  for (const key of ["x-sort", "x-limit"]) {
    const [before, after] = [old[key], next[key]];
    if (before === undefined || before === after) continue;
    say(walk, "O13", { what: `${key.slice(2)} ${shown(before)} became ${shown(after)}` });
  }
}

/** The stamps that a rule of their own looks at, or that say nothing of the wire. */
const LOOKED_AT = words(
  "x-coerce x-catch x-overwrite x-order x-refinement x-transform x-then",
  "x-event-id x-sort x-limit x-brand x-sensitive x-fallback x-id-format x-page",
  "x-unknown x-media x-stream x-encoding x-void x-absent x-flags x-url x-checks",
);

function compareOthers(old: Schema, next: Schema, walk: Walk): void {
  const keys = new Set([...Object.keys(old), ...Object.keys(next)]);
  for (const key of keys) {
    if (!key.startsWith("x-") || LOOKED_AT.has(key)) continue;
    if (canonical(old[key] ?? null) === canonical(next[key] ?? null)) continue;
    const what = `${key} changed, which no rule understands`;
    say(walk, walk.direction === "input" ? "I5" : "O9", { what });
  }
}

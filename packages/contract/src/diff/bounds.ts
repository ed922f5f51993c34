import type { Schema } from "../schema.ts";
import { schemasOf } from "./shape.ts";
import { say, type Walk } from "./walk.ts";

/** One end of a range; `open` leaves the value itself out. */
export type Bound = { value: number; open: boolean } | null;

/** Compares one end of what is allowed: `min` or `max` of what `name` says. */
export function compareBound(
  name: string,
  side: "min" | "max",
  [old, next]: readonly [Bound, Bound],
  walk: Walk,
): void {
  const change = changed(side, old, next);
  if (change === null) return;
  const what = `${name} ${written(old)} became ${written(next)}`;
  const tighter = change === "tightened" || change === "set";
  if (walk.direction === "input") {
    return say(walk, tighter ? (change === "set" ? "I9" : "I8") : "I11", { what });
  }
  if (tighter) return say(walk, "O10", { what, verdict: "safe" });
  sayUnbound(what, walk);
}

/** What was promised of an output no longer holds; only who checks it stops at once. */
export function sayUnbound(what: string, walk: Walk): void {
  say(walk, "O10", { what, tier: walk.readers === "strict" ? "WIRE" : "BEHAVIOUR" });
}

function changed(side: "min" | "max", old: Bound, next: Bound) {
  if (old === null && next === null) return null;
  if (old === null) return "set";
  if (next === null) return "removed";
  if (old.value === next.value && old.open === next.open) return null;
  const inward = side === "min" ? next.value - old.value : old.value - next.value;
  return inward > 0 || (inward === 0 && next.open) ? "tightened" : "loosened";
}

function written(bound: Bound): string {
  if (bound === null) return "none";
  return bound.open ? `${bound.value} (itself excluded)` : `${bound.value}`;
}

/** A bound of lengths or counts, the schema's parts included; a least of 0 bounds nothing. */
export function bound(schema: Schema, keyword: string): Bound {
  const all = [schema, ...schemasOf(schema["allOf"])].map((part) => part[keyword]);
  const found = all.filter((value) => typeof value === "number");
  const isLeast = keyword.startsWith("min");
  const value = isLeast ? Math.max(0, ...found) : Math.min(Infinity, ...found);
  return value === (isLeast ? 0 : Infinity) ? null : { value, open: false };
}

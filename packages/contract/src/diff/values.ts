import type { Schema } from "../schema.ts";
import { valuesOf } from "./shape.ts";
import { onlyIn, say, shown, type Walk } from "./walk.ts";

/** Whether a schema without an enumeration takes a value. */
type Takes = (schema: Schema, value: unknown) => boolean;

/** Compares enumerations, or one with any value; whether there was one at all. */
export function compareValues(old: Schema, next: Schema, walk: Walk, takes: Takes): boolean {
  const [before, after] = [valuesOf(old), valuesOf(next)];
  if (before === null && after === null) return false;
  if (before !== null && after !== null) compareLists(before, after, old, walk);
  else if (before === null && after !== null) enumerated(after, old, walk, takes);
  else if (before !== null) freed(before, next, walk, takes);
  return true;
}

function enumerated(after: unknown[], old: Schema, walk: Walk, takes: Takes): void {
  const what = `became one of ${shown(after)}`;
  if (walk.direction === "input") return say(walk, "I5", { what });
  if (after.every((value) => takes(old, value))) return say(walk, "O9", { what, verdict: "safe" });
  say(walk, "O9", { what: `${what}, not all of which met what held before` });
}

function freed(before: unknown[], next: Schema, walk: Walk, takes: Takes): void {
  const what = `is no longer one of ${shown(before)} only`;
  if (walk.direction === "output") return say(walk, "O9", { what });
  if (before.every((value) => takes(next, value))) return say(walk, "I11", { what });
  say(walk, "I5", { what: `${what}, and not all of them meet what holds now` });
}

function compareLists(before: unknown[], after: unknown[], old: Schema, walk: Walk): void {
  const isInput = walk.direction === "input";
  for (const value of onlyIn(before, after)) {
    say(walk, isInput ? "I6" : "O7", { what: `${shown(value)} is no longer a value` });
  }
  for (const value of onlyIn(after, before)) {
    const what = `${shown(value)} is a new value`;
    if (isInput) say(walk, "I6", { what, verdict: "safe" });
    else if (typeof old["x-fallback"] !== "string") say(walk, "O6", { what });
    else {
      const seen = `It is taken for ${shown(old["x-fallback"])}.`;
      say(walk, "O6", { what, verdict: "safe", seen });
    }
  }
}

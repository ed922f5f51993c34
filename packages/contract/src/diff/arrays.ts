import { isRecord } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import { bound, compareBound } from "./bounds.ts";
import { compareForms } from "./forms.ts";
import { schemasOf } from "./shape.ts";
import { type Compare, into, type Walk } from "./walk.ts";

const NOTHING: Schema = { not: {} };

/** Compares lists and tuples, which are lists of known length. */
export function compareArrays(old: Schema, next: Schema, walk: Walk, compare: Compare): void {
  const ends = (keyword: string) => [bound(old, keyword), bound(next, keyword)] as const;
  compareBound("minItems", "min", ends("minItems"), walk);
  compareBound("maxItems", "max", ends("maxItems"), walk);
  compareForms(old, next, walk);
  const [before, after] = [placesOf(old), placesOf(next)];
  const writer = walk.direction === "input" ? old : next;
  const most = bound(writer, "maxItems")?.value ?? Infinity;
  const named = Math.max(before.places.length, after.places.length);
  for (let index = 0; index < Math.min(named, most); index++) {
    const [a, b] = [before.places[index] ?? before.rest, after.places[index] ?? after.rest];
    compare(a, b, into(walk, `[${index}]`));
  }
  if (named < most) compare(before.rest, after.rest, into(walk, "[]"));
}

function placesOf(schema: Schema): { places: Schema[]; rest: Schema } {
  const { items } = schema;
  const rest = items === false ? NOTHING : isRecord(items) ? items : {};
  return { places: schemasOf(schema["prefixItems"]), rest };
}

/** Compares what comes piece by piece. */
export function comparePieces(old: Schema, next: Schema, walk: Walk, compare: Compare): void {
  const [before, after] = [old["x-stream"], next["x-stream"]];
  const roots = { old: isRecord(before) ? before : {}, next: isRecord(after) ? after : {} };
  compare(roots.old, roots.next, into({ ...walk, roots }, "<each>"));
}

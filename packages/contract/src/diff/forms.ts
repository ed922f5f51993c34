import { canonical } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import { sayUnbound } from "./bounds.ts";
import { schemasOf } from "./shape.ts";
import { onlyIn, say, type Walk, words } from "./walk.ts";

/** One thing that a schema asks of how a value is written. */
type Form = { keyword: string; text: string };

const KEYWORDS = words(
  "format pattern contentEncoding contentMediaType uniqueItems x-flags x-url",
  "x-checks",
);

/** What bounds a value's length or size: not how it is written. */
const BOUNDS = new Set(["minLength", "maxLength", "minimum", "maximum", "type"]);

/** All that a schema and its parts ask of how a value is written. */
export function formsOf(schema: Schema): Form[] {
  const own = Object.entries(schema).filter(([key]) => KEYWORDS.has(key));
  const parts = schemasOf(schema["allOf"]).flatMap((part) =>
    Object.entries(part).filter(([key]) => !BOUNDS.has(key)),
  );
  return [...own, ...parts].map(([keyword, value]) => ({
    keyword,
    text: typeof value === "string" ? value : canonical(value),
  }));
}

/** Compares how a value is written on both sides. */
export function compareForms(old: Schema, next: Schema, walk: Walk): void {
  const [before, after] = [written(old), written(next)];
  const [removed, added] = [onlyIn(before, after), onlyIn(after, before)];
  if (added.length + removed.length === 0) return;
  // A pattern without its flag is another pattern, not none.
  const turned = canonical(old["x-flags"] ?? null) !== canonical(next["x-flags"] ?? null);
  const what = [
    ...(removed.length > 0 ? [`${removed.map(short).join(" and ")} no longer holds`] : []),
    ...(added.length > 0 ? [`${added.map(short).join(" and ")} holds now`] : []),
  ].join(", ");
  if (walk.direction === "input")
    return say(walk, turned || added.length > 0 ? "I10" : "I11", { what });
  if (!turned && removed.length === 0) return say(walk, "O10", { what, verdict: "safe" });
  sayUnbound(what, walk);
}

function written(schema: Schema): string[] {
  return formsOf(schema).map(({ keyword, text }) => `${keyword} ${text}`);
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

import { canonical } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import { bound, compareBound } from "./bounds.ts";
import { compareForms, formsOf } from "./forms.ts";
import { valuesOf } from "./shape.ts";
import { compareValues } from "./values.ts";
import { say, shown, type Walk } from "./walk.ts";

/** Compares two kinds of text. */
export function compareStrings(old: Schema, next: Schema, walk: Walk): void {
  if (compareValues(old, next, walk, takesText)) return;
  const ends = (keyword: string) => [bound(old, keyword), bound(next, keyword)] as const;
  compareBound("minLength", "min", ends("minLength"), walk);
  compareBound("maxLength", "max", ends("maxLength"), walk);
  const ids = isId(old) && isId(next);
  if (ids && walk.direction === "output") compareIds(old, next, walk);
  if (!ids || walk.direction === "input" || walk.readers === "strict") {
    compareForms(old, next, walk);
  }
}

/** Whether a text meets what a schema says; not where only a program could tell. */
export function takesText(schema: Schema, text: unknown): boolean {
  if (typeof text !== "string") return false;
  const values = valuesOf(schema);
  if (values !== null) return values.includes(text);
  if (text.length < (bound(schema, "minLength")?.value ?? 0)) return false;
  if (text.length > (bound(schema, "maxLength")?.value ?? Infinity)) return false;
  const forms = formsOf(schema);
  const patterns = forms.filter(({ keyword }) => keyword === "pattern");
  // A format that zod knows comes with its pattern.
  const known = patterns.length > 0 ? ["pattern", "format"] : ["pattern"];
  return (
    forms.every(({ keyword }) => known.includes(keyword)) &&
    patterns.every((pattern) => matches(pattern.text, text))
  );
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return false;
  }
}

const ID_FORMATS = new Set(["uuid", "guid", "cuid", "cuid2", "ulid", "nanoid", "xid", "ksuid"]);

function isId(schema: Schema): boolean {
  return "x-id-format" in schema || ID_FORMATS.has(String(schema["format"]));
}

function compareIds(old: Schema, next: Schema, walk: Walk): void {
  const [before, after] = [canonical(formsOf(old)), canonical(formsOf(next))];
  // To say it for the first time is no change.
  const renamed = "x-id-format" in old && old["x-id-format"] !== next["x-id-format"];
  if (before === after && !renamed) return;
  const name = (schema: Schema) => shown(schema["x-id-format"] ?? schema["format"] ?? "another");
  say(walk, "O15", { what: `ids of format ${name(old)} became ${name(next)}` });
}

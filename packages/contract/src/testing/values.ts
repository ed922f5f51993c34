import * as fc from "fast-check";
import { isRecord } from "../canonical.ts";
import { bound } from "../diff/bounds.ts";
import { fieldsOf } from "../diff/fields.ts";
import { formsOf } from "../diff/forms.ts";
import { type Arm, schemasOf, shapeOf, valuesOf } from "../diff/shape.ts";
import type { Schema } from "../schema.ts";
import { namesOf } from "../stamps.ts";
import { textsOf } from "./texts.ts";

export { readerSchema } from "./reader.ts";

/** What a named refinement asks; or values that meet it, where such are too rare to be found. */
export type Refinements = Readonly<
  Record<string, ((value: unknown) => boolean) | readonly unknown[]>
>;

/** Where in a schema values are made: its root, which way they go, how deep it may still go. */
type Place = { root: Schema; side: "input" | "output"; refinements: Refinements; depth: number };

const DEPTH = 6;

/**
 * JSON values that meet a schema of a manifest, as a client may send or read them. Throws where a
 * schema says what JSON cannot hold, or names a refinement that is not given.
 */
export function valuesFor(
  schema: Schema,
  side: "input" | "output",
  refinements: Refinements = {},
): fc.Arbitrary<unknown> {
  return values(schema, { root: schema, side, refinements, depth: DEPTH });
}

function values(schema: Schema, place: Place): fc.Arbitrary<unknown> {
  const { arms, nullable } = shapeOf(schema, place.root);
  const possible = arms.filter(({ kind }) => kind !== "never" && kind !== "void");
  const all = possible.map((arm) => refined(arm, ofArm(arm, place), place));
  return fc.oneof(...all, ...(nullable ? [fc.constant(null)] : []));
}

function refined(arm: Arm, made: fc.Arbitrary<unknown>, { side, refinements }: Place) {
  let met = made;
  for (const name of namesOf(arm.schema["x-refinement"])) {
    const asked = refinements[name];
    if (asked === undefined) throw new Error(`What does the refinement ${name} ask?`);
    met = typeof asked === "function" ? met.filter(asked) : fc.constantFrom(...asked);
  }
  if (side === "output" || !("x-overwrite" in arm.schema)) return met;
  return met.chain((value) => turned(value, arm.schema));
}

/** A text as somebody may type it whose schema overwrites it. */
function turned(value: unknown, schema: Schema): fc.Arbitrary<unknown> {
  const names = namesOf(schema["x-overwrite"]);
  // What is asked before a text is overwritten is asked of it as it was typed.
  if (typeof value !== "string" || names.length === 0 || "x-order" in schema) {
    return fc.constant(value);
  }
  const louder = names.includes("lowercase") ? [value.toUpperCase()] : [];
  const spaced = names.includes("trim") ? [` ${value}`, `${value}\n `] : [];
  return fc.constantFrom(value, ...louder, ...spaced);
}

function ofArm(arm: Arm, place: Place): fc.Arbitrary<unknown> {
  const { kind, schema } = arm;
  const listed = valuesOf(schema);
  if (listed !== null) return fc.constantFrom(...listed);
  const deeper = { ...place, depth: place.depth - 1 };
  switch (kind) {
    case "string":
      return texts(schema);
    case "number":
      return numbers(schema, place.side);
    case "boolean":
      return fc.boolean();
    case "array":
      return lists(schema, deeper);
    case "object":
      return objects(schema, deeper);
    case "any":
      return fc.jsonValue({ maxDepth: 2 });
    case "all":
      return together(schema, place);
    default:
      throw new Error(`No JSON value is sure to be ${kind}.`);
  }
}

function texts(schema: Schema): fc.Arbitrary<string> {
  const then = isRecord(schema["x-then"]) ? schema["x-then"] : {};
  if ((then["type"] ?? "string") !== "string") throw new Error("Which texts become such a value?");
  const parts = [schema, then];
  const patterns = parts.flatMap((part) =>
    formsOf(part).flatMap(({ keyword, text }) => (keyword === "pattern" ? [text] : [])),
  );
  const isAddress = patterns.length === 0 && schema["format"] === "uri";
  const min = Math.max(...parts.map((part) => bound(part, "minLength")?.value ?? 0));
  const max = Math.min(...parts.map((part) => bound(part, "maxLength")?.value ?? 10_000));
  const whole = isAddress ? ["^https://[a-z]+\\.example/[a-z0-9]*$"] : patterns;
  const made = textsOf(whole, min, max);
  // Its bounds hold for what is left of it.
  const trimmed = namesOf(schema["x-overwrite"]).includes("trim");
  const lower = namesOf(schema["x-overwrite"]).includes("lowercase");
  return made.filter(
    (text) => (!trimmed || text.trim() === text) && (!lower || text.toLowerCase() === text),
  );
}

function numbers(schema: Schema, side: Place["side"]): fc.Arbitrary<unknown> {
  const read = (key: string) => (typeof schema[key] === "number" ? schema[key] : undefined);
  const [min, max] = [read("minimum"), read("maximum")];
  const [above, below] = [read("exclusiveMinimum"), read("exclusiveMaximum")];
  const step = read("multipleOf");
  const low = Math.max(min ?? -1e6, above ?? -1e6);
  const high = Math.min(max ?? 1e6, below ?? 1e6, Math.max(low, 0) + 2e6);
  const inside = (value: number) =>
    (above === undefined || value > above) && (below === undefined || value < below);
  const whole = fc.integer({ min: Math.ceil(low), max: Math.floor(high) });
  const any = fc.double({ min: low, max: high, noNaN: true });
  const made =
    step === undefined
      ? schema["type"] === "integer"
        ? whole
        : fc.oneof(any, whole)
      : fc
          .integer({ min: Math.ceil(low / step), max: Math.floor(high / step) })
          .map((n) => n * step);
  const numeric = made.filter(inside);
  const written = side === "input" && schema["x-coerce"] === true;
  return written ? fc.oneof(numeric, numeric.map(String)) : numeric;
}

function lists(schema: Schema, place: Place): fc.Arbitrary<unknown[]> {
  const places = schemasOf(schema["prefixItems"]);
  const least = bound(schema, "minItems")?.value ?? 0;
  const most = bound(schema, "maxItems")?.value ?? Infinity;
  const rest = isRecord(schema["items"]) ? values(schema["items"], place) : fc.jsonValue();
  const first = places.map((one) => values(one, place));
  const named = fc.tuple(...first);
  const more = schema["items"] === false || place.depth <= 0 ? 0 : Math.max(1, place.depth - 3);
  const tail = fc.array(rest, {
    minLength: Math.max(0, least - places.length),
    maxLength: Math.max(0, least - places.length, Math.min(most - places.length, more + least)),
  });
  return fc
    .tuple(named, tail, fc.nat({ max: Math.max(0, places.length - least) }))
    .map(([head, last, left]) =>
      left === 0 ? [...head, ...last] : head.slice(0, places.length - left),
    );
}

function objects(schema: Schema, place: Place): fc.Arbitrary<unknown> {
  const { named, required, unknown, rest, names } = fieldsOf(schema, place.root);
  const shallow = place.depth <= 0;
  const keys = Object.keys(named).filter((key) => !shallow || required.has(key));
  const made = Object.fromEntries(keys.map((key) => [key, values(named[key] ?? {}, place)]));
  const whole = fc.record(made, { requiredKeys: keys.filter((key) => required.has(key)) });
  if (unknown !== "open" || shallow) return whole.map((value) => ({ ...value }));
  const key =
    names === null ? fc.stringMatching(/^z[a-z]{1,6}$/) : values(names, place).map(String);
  const more = fc.dictionary(key, values(rest, place), { maxKeys: 3 });
  return fc.tuple(more, whole).map(([others, own]) => ({ ...others, ...own }));
}

/** Values of objects that hold at once. */
function together(schema: Schema, place: Place): fc.Arbitrary<unknown> {
  const parts = schemasOf(schema["allOf"]).map((part) => values(part, place));
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all.filter(isRecord)));
}

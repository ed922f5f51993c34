import { canonical, isSame } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import { compareArrays, comparePieces } from "./arrays.ts";
import { compareForms } from "./forms.ts";
import { compareNumbers } from "./numbers.ts";
import { compareObjects } from "./objects.ts";
import { type Arm, resolved, type Shape, schemasOf, shapeOf, valuesOf } from "./shape.ts";
import { compareStamps } from "./stamps.ts";
import { compareStrings } from "./strings.ts";
import { pairArms } from "./unions.ts";
import { compareValues } from "./values.ts";
import { into, say, shown, type Walk, words } from "./walk.ts";

/** Compares two schemas at the place where the walk stands. */
export function compareSchemas(one: Schema, other: Schema, walk: Walk): void {
  const [old, next] = [resolved(one, walk.roots.old), resolved(other, walk.roots.next)];
  if (walk.above.get(old)?.has(next) === true || isSame(old, next)) return;
  const pairs = new Set([...(walk.above.get(old) ?? []), next]);
  const below: Walk = { ...walk, above: new Map([...walk.above, [old, pairs]]) };
  const before = shapeOf(old, walk.roots.old);
  const after = shapeOf(next, walk.roots.next);
  compareNulls(before, after, walk);
  compareShapes(before, after, below);
}

function compareShapes(old: Shape, next: Shape, walk: Walk): void {
  if (takesAnything(old) !== takesAnything(next)) return generalised(old, next, walk);
  pairArms(old, next, walk, compareArms);
}

/** Whether some alternative takes whatever JSON can say, and asks nothing more of it. */
function takesAnything({ arms }: Shape): boolean {
  return arms.some(
    ({ kind, schema }) => kind === "any" && !("x-refinement" in schema || "x-then" in schema),
  );
}

function generalised(old: Shape, next: Shape, walk: Walk): void {
  const wider = takesAnything(next);
  const [from, to] = [named(old), named(next)];
  const what = `${from} became ${to}`;
  if (walk.direction === "input" && wider) return say(walk, "I11", { what });
  if (walk.direction === "input") return say(walk, "I5", { what });
  say(walk, "O9", { what, verdict: wider ? "breaking" : "safe" });
}

/** The kinds of a shape, as a person reads them. */
function named({ arms, nullable }: Shape): string {
  const kinds = [...new Set(arms.map(({ kind }) => kind)), ...(nullable ? ["null"] : [])];
  return kinds.join(" or ") || "nothing";
}

function compareNulls(old: Shape, next: Shape, walk: Walk): void {
  const [before, after] = [old, next].map((shape) => shape.nullable || takesAnything(shape));
  if (before === after) return;
  if (takesAnything(old) || takesAnything(next)) return;
  if (walk.direction === "input") {
    if (after === true) say(walk, "I11", { what: "null is accepted now" });
    else say(walk, "I7", { what: "null is no longer accepted" });
    return;
  }
  if (after === true) say(walk, "O3", { what: "may now be null" });
  else say(walk, "O4", { what: "is never null any more" });
}

/** Compares two alternatives that stand for each other. */
function compareArms(old: Arm, next: Arm, walk: Walk): void {
  if (old.kind !== next.kind) return kindChanged(old, next, walk);
  compareStamps(old.schema, next.schema, walk, compareSchemas);
  compareUnknownKeywords(old.schema, next.schema, walk);
  switch (old.kind) {
    case "string":
      return compareStrings(old.schema, next.schema, walk);
    case "number":
      return compareNumbers(old.schema, next.schema, walk);
    case "boolean":
      return compareBooleans(old.schema, next.schema, walk);
    case "array":
      return compareArrays(old.schema, next.schema, walk, compareSchemas);
    case "object":
      return compareObjects(old.schema, next.schema, walk, compareSchemas);
    case "stream":
      return comparePieces(old.schema, next.schema, walk, compareSchemas);
    case "all":
      return compareParts(old.schema, next.schema, walk);
    case "media":
    case "encoded":
      return compareNames(old, next, walk);
    case "opaque":
      return compareOpaque(old.schema, next.schema, walk);
    case "any":
    case "never":
    case "void":
      return;
  }
}

function kindChanged(old: Arm, next: Arm, walk: Walk): void {
  const kinds = [old.kind, next.kind];
  const what = `${old.kind} became ${next.kind}`;
  if (kinds.includes("stream")) return say(walk, "P10", { what: pieces(old) });
  const isInput = walk.direction === "input";
  if (kinds.includes("media")) return say(walk, isInput ? "I18" : "O11", { what: body(old, next) });
  if (isInput) return say(walk, old.kind === "never" ? "I11" : "I5", { what });
  if (kinds.includes("encoded")) return say(walk, "O11", { what });
  if (old.kind === "array" && "x-page" in next.schema) {
    return say(walk, "O12", { what: "a list became a page" });
  }
  say(walk, "O9", { what, verdict: next.kind === "never" ? "safe" : "breaking" });
}

function pieces(old: Arm): string {
  return old.kind === "stream" ? "streamed became plain" : "plain became streamed";
}

function body(old: Arm, next: Arm): string {
  const name = ({ schema }: Arm) => shown(schema["x-media"] ?? "JSON");
  return `${name(old)} became ${name(next)}`;
}

function compareNames(old: Arm, next: Arm, walk: Walk): void {
  const key = old.kind === "media" ? "x-media" : "x-encoding";
  if (old.schema[key] === next.schema[key]) return compareForms(old.schema, next.schema, walk);
  const what = `${shown(old.schema[key])} became ${shown(next.schema[key])}`;
  if (walk.direction === "output") return say(walk, "O11", { what });
  say(walk, old.kind === "media" ? "I18" : "I5", { what });
}

/** Compares `true`, `false`, or either. */
function compareBooleans(old: Schema, next: Schema, walk: Walk): void {
  const listed = (schema: Schema) => ({ ...schema, enum: valuesOf(schema) ?? [false, true] });
  compareValues(listed(old), listed(next), walk, () => true);
}

/** Both sides have as many parts, each of which holds for the whole value. */
function compareParts(old: Schema, next: Schema, walk: Walk): void {
  const [before, after] = [schemasOf(old["allOf"]), schemasOf(next["allOf"])];
  if (before.length !== after.length) return notUnderstood(["allOf"], walk);
  for (const [index, part] of before.entries()) {
    compareSchemas(part, after[index] ?? {}, into(walk, ""));
  }
}

function compareOpaque(old: Schema, next: Schema, walk: Walk): void {
  if (canonical(old) !== canonical(next)) notUnderstood(["its schema"], walk);
}

/** What no rule looks at; whatever else differs is not understood, and so never safe. */
const LOOKED_AT = words(
  "$defs $ref $schema $id id title description examples $comment deprecated",
  "readOnly writeOnly type const enum default not allOf minLength maxLength",
  "pattern format contentEncoding contentMediaType minimum maximum",
  "exclusiveMinimum exclusiveMaximum multipleOf items prefixItems minItems",
  "maxItems uniqueItems properties required additionalProperties propertyNames",
);

function compareUnknownKeywords(old: Schema, next: Schema, walk: Walk): void {
  const keys = new Set([...Object.keys(old), ...Object.keys(next)]);
  const differ = [...keys].filter(
    (key) =>
      !LOOKED_AT.has(key) &&
      !key.startsWith("x-") &&
      canonical(old[key] ?? null) !== canonical(next[key] ?? null),
  );
  if (differ.length > 0) notUnderstood(differ, walk);
}

function notUnderstood(keys: readonly string[], walk: Walk): void {
  const what = `${keys.join(", ")} changed, which no rule understands`;
  say(walk, walk.direction === "input" ? "I5" : "O9", { what });
}

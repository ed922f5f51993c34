import type { Schema } from "../schema.ts";
import { type Bound, compareBound, sayUnbound } from "./bounds.ts";
import { compareForms, formsOf } from "./forms.ts";
import { schemasOf } from "./shape.ts";
import { compareValues } from "./values.ts";
import { say, shown, type Walk } from "./walk.ts";

/** Compares two kinds of number. */
export function compareNumbers(old: Schema, next: Schema, walk: Walk): void {
  if (compareValues(old, next, walk, takesNumber)) return;
  compareWholeness(isWhole(old), isWhole(next), walk);
  compareBound("minimum", "min", [minimum(old), minimum(next)], walk);
  compareBound("maximum", "max", [maximum(old), maximum(next)], walk);
  compareSteps(old["multipleOf"], next["multipleOf"], walk);
  compareForms(old, next, walk);
}

function isWhole(schema: Schema): boolean {
  return schema["type"] === "integer";
}

function compareWholeness(before: boolean, after: boolean, walk: Walk): void {
  if (before === after) return;
  const what = after ? "any number became a whole number" : "a whole number became any number";
  if (walk.direction === "input") return say(walk, after ? "I10" : "I11", { what });
  say(walk, "O9", { what, verdict: after ? "safe" : "breaking" });
}

function compareSteps(old: unknown, next: unknown, walk: Walk): void {
  if (old === next) return;
  const what = `the step ${shown(old)} became ${shown(next)}`;
  const [writer, reader] = walk.direction === "input" ? [old, next] : [next, old];
  const taken =
    reader === undefined ||
    (typeof writer === "number" && typeof reader === "number" && Number.isInteger(writer / reader));
  if (walk.direction === "input") return say(walk, taken ? "I11" : "I10", { what });
  if (taken) return say(walk, "O10", { what, verdict: "safe" });
  sayUnbound(what, walk);
}

function takesNumber(schema: Schema, value: unknown): boolean {
  if (typeof value !== "number" || formsOf(schema).length > 0) return false;
  const [min, max, step] = [minimum(schema), maximum(schema), schema["multipleOf"]];
  if (isWhole(schema) && !Number.isInteger(value)) return false;
  if (min !== null && (value < min.value || (min.open && value === min.value))) return false;
  if (max !== null && (value > max.value || (max.open && value === max.value))) return false;
  return typeof step !== "number" || Number.isInteger(value / step);
}

/** The lower end; that every whole number can be held exactly bounds nothing. */
function minimum(schema: Schema): Bound {
  const [least] = ends(schema, "minimum", 1).toSorted(
    (a, b) => b.value - a.value || Number(b.open) - Number(a.open),
  );
  return isWhole(schema) && least?.value === Number.MIN_SAFE_INTEGER ? null : (least ?? null);
}

function maximum(schema: Schema): Bound {
  const [most] = ends(schema, "maximum", -1).toSorted(
    (a, b) => a.value - b.value || Number(b.open) - Number(a.open),
  );
  return isWhole(schema) && most?.value === Number.MAX_SAFE_INTEGER ? null : (most ?? null);
}

/** All ends on one side; of whole numbers the excluded ones as the next that counts. */
function ends(schema: Schema, keyword: "minimum" | "maximum", inward: 1 | -1) {
  const excluded = keyword === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
  return [schema, ...schemasOf(schema["allOf"])].flatMap((part) => {
    const [closed, open] = [part[keyword], part[excluded]];
    const counts = isWhole(schema) && Number.isInteger(open);
    return [
      ...(typeof closed === "number" ? [{ value: closed, open: false }] : []),
      ...(typeof open === "number"
        ? [{ value: counts ? open + inward : open, open: !counts }]
        : []),
    ];
  });
}

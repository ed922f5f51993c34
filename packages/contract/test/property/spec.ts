import * as fc from "fast-check";
import { z } from "zod";

/** A schema before it is built, so that it can be edited. */
export type Spec =
  | {
      kind: "text";
      min?: number | undefined;
      max?: number | undefined;
      trim?: boolean | undefined;
      pattern?: string | undefined;
      refined?: string | undefined;
    }
  | {
      kind: "number";
      whole: boolean;
      min?: number | undefined;
      max?: number | undefined;
      step?: number | undefined;
    }
  | { kind: "flag" }
  | {
      kind: "pipe";
      trim: boolean;
      min?: number | undefined;
      max?: number | undefined;
      coerced: boolean;
    }
  | { kind: "enum"; values: string[]; fallback?: boolean | undefined }
  | { kind: "null"; of: Spec }
  | { kind: "list"; of: Spec; min?: number | undefined; max?: number | undefined }
  | { kind: "tuple"; of: Spec[] }
  | { kind: "record"; of: Spec }
  | { kind: "object"; mode: "strip" | "strict" | "loose"; fields: Record<string, Field> }
  | { kind: "union"; of: Spec[] }
  | { kind: "tagged"; arms: Record<string, Record<string, Field>> };
export type Field = { spec: Spec; presence: "required" | "optional" };

/** What the refinements of specs ask. */
export const REFINEMENTS: Record<string, (value: unknown) => boolean> = {
  "no x": (value) => typeof value === "string" && !value.includes("x"),
  "no y": (value) => typeof value === "string" && !value.includes("y"),
};

/** The zod schema of a spec. */
export function zodOf(spec: Spec): z.ZodType {
  switch (spec.kind) {
    case "text":
      return textOf(spec);
    case "number":
      return numberOf(spec);
    case "flag":
      return z.boolean();
    case "pipe":
      return pipeOf(spec);
    case "enum":
      return spec.fallback === true
        ? z.enum(spec.values).meta({ fallback: spec.values[0] })
        : z.enum(spec.values);
    case "null":
      return zodOf(spec.of).nullable();
    case "list":
      return listOf(spec);
    case "tuple":
      return tupleOf(spec.of.map(zodOf));
    case "record":
      return z.record(z.string(), zodOf(spec.of));
    case "object":
      return objectOf(spec.mode, spec.fields);
    case "union":
      return z.union(spec.of.map(zodOf));
    case "tagged":
      return taggedOf(spec.arms);
  }
}

function textOf({ min, max, trim, pattern, refined }: Extract<Spec, { kind: "text" }>) {
  let made = z.string();
  if (trim === true) made = made.trim();
  if (min !== undefined) made = made.min(min);
  if (max !== undefined) made = made.max(max);
  if (pattern !== undefined) made = made.regex(new RegExp(pattern));
  const meets = refined === undefined ? undefined : REFINEMENTS[refined];
  return meets === undefined ? made : made.refine(meets).meta({ refinement: refined });
}

/** What is read in two steps: a text before and after it is trimmed, or a number that may be written out. */
function pipeOf({ trim, min, max, coerced }: Extract<Spec, { kind: "pipe" }>) {
  if (coerced) return max === undefined ? z.coerce.number() : z.coerce.number().max(max);
  const then = max === undefined ? z.string() : z.string().max(max);
  const first = trim ? z.string().trim() : z.string();
  return (min === undefined ? first : first.min(min)).pipe(then.regex(/^[a-z]*$/));
}

function numberOf({ whole, min, max, step }: Extract<Spec, { kind: "number" }>) {
  let made: z.ZodNumber = whole ? z.int() : z.number();
  if (min !== undefined) made = made.min(min);
  if (max !== undefined) made = made.max(max);
  return step === undefined ? made : made.multipleOf(step);
}

function listOf({ of, min, max }: Extract<Spec, { kind: "list" }>) {
  let made = z.array(zodOf(of));
  if (min !== undefined) made = made.min(min);
  return max === undefined ? made : made.max(max);
}

function tupleOf(of: z.ZodType[]) {
  const [first, ...others] = of;
  return first === undefined ? z.tuple([]) : z.tuple([first, ...others]);
}

function shapeOf(fields: Record<string, Field>) {
  return Object.fromEntries(
    Object.entries(fields).map(([key, { spec, presence }]) => {
      const made = zodOf(spec);
      return [key, presence === "required" ? made : made.optional()];
    }),
  );
}

function objectOf(mode: "strip" | "strict" | "loose", fields: Record<string, Field>) {
  const shape = shapeOf(fields);
  if (mode === "strict") return z.strictObject(shape);
  return mode === "loose" ? z.looseObject(shape) : z.object(shape);
}

function taggedOf(arms: Record<string, Record<string, Field>>) {
  const made = Object.entries(arms).map(([tag, fields]) =>
    z.object({ kind: z.literal(tag), ...shapeOf(fields) }),
  );
  const [first, ...others] = made;
  return first === undefined ? z.never() : z.discriminatedUnion("kind", [first, ...others]);
}

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const presence = fc.constantFrom("required" as const, "optional" as const);
const keys = fc.constantFrom("a", "b", "c", "d");

/** Specs of every kind, in one another. */
export const specs = fc.letrec<{ spec: Spec; field: Field; fields: Record<string, Field> }>(
  (tie) => ({
    spec: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.record({
        kind: fc.constant("text" as const),
        min: maybe(fc.nat({ max: 2 })),
        max: maybe(fc.integer({ min: 3, max: 9 })),
        trim: maybe(fc.boolean()),
        pattern: maybe(fc.constantFrom("^[a-m]*$", "^[a-z]*$")),
        refined: maybe(fc.constantFrom("no x", "no y")),
      }),
      fc.record({
        kind: fc.constant("number" as const),
        whole: fc.boolean(),
        min: maybe(fc.integer({ min: -5, max: 0 })),
        max: maybe(fc.integer({ min: 20, max: 30 })),
        step: maybe(fc.constantFrom(2, 4, 3)),
      }),
      fc.constant({ kind: "flag" as const }),
      fc.record({
        kind: fc.constant("pipe" as const),
        trim: fc.boolean(),
        min: maybe(fc.nat({ max: 2 })),
        max: maybe(fc.integer({ min: 3, max: 9 })),
        coerced: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant("enum" as const),
        values: fc.uniqueArray(keys, { minLength: 1, maxLength: 4 }),
        fallback: maybe(fc.boolean()),
      }),
      fc.record({ kind: fc.constant("null" as const), of: tie("spec") }),
      fc.record({
        kind: fc.constant("list" as const),
        of: tie("spec"),
        min: maybe(fc.nat({ max: 1 })),
        max: maybe(fc.integer({ min: 2, max: 3 })),
      }),
      fc.record({
        kind: fc.constant("tuple" as const),
        of: fc.array(tie("spec"), { minLength: 1, maxLength: 2 }),
      }),
      fc.record({ kind: fc.constant("record" as const), of: tie("spec") }),
      fc.record({
        kind: fc.constant("object" as const),
        mode: fc.constantFrom("strip" as const, "strict" as const, "loose" as const),
        fields: tie("fields"),
      }),
      fc.record({
        kind: fc.constant("union" as const),
        of: fc.array(tie("spec"), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant("tagged" as const),
        arms: fc.dictionary(fc.constantFrom("p", "q", "r"), tie("fields"), {
          minKeys: 1,
          maxKeys: 3,
        }),
      }),
    ),
    field: fc.record({ spec: tie("spec"), presence }),
    fields: fc.dictionary(keys, tie("field"), { maxKeys: 3 }),
  }),
).spec;

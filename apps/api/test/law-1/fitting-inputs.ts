import { z } from "zod";

/** Values by the name of a field: what a call can be about. */
export type Pool = Readonly<Record<string, readonly unknown[]>>;

const TEXTS = ["Words that anyone may read.", "2030-01-07", "EUR", "12345678", "DE-BE", ""];
const FORMATTED: Record<string, readonly unknown[]> = {
  datetime: ["2030-01-01T09:00:00.000Z"],
  date: ["2030-01-07"],
  email: ["somebody@rubric.test"],
  url: ["https://rubric.test/"],
};
const NUMBERS = [0, 1, 30, 100];

/**
 * Inputs that a procedure takes: first one with each field's first value, then one for each other
 * value of a field. A field's values come from the pool by its name; without any there, from its
 * schema, where `all` of them are wanted or the first. None where a field has no value: its name is
 * missing in the pool.
 */
export function fittingInputs(
  schema: z.core.$ZodType,
  pool: Pool,
  options: { all: boolean },
): unknown[] {
  return valuesOf(schema, "", pool, options.all).filter((one) => z.safeParse(schema, one).success);
}

function valuesOf(schema: z.core.$ZodType, name: string, pool: Pool, all: boolean): unknown[] {
  const { def } = schema._zod;
  const inner = (of: unknown): unknown[] =>
    of instanceof z.core.$ZodType ? valuesOf(of, name, pool, all) : [];
  const some = (values: unknown[]) => (all ? values : values.slice(0, 1));
  if (def.type === "optional" || def.type === "default")
    return [undefined, ...inner(field(def, "innerType"))];
  if (def.type === "nullable") return [null, ...inner(field(def, "innerType"))];
  const fits = (one: unknown) => z.safeParse(schema, one).success;
  const known = (pool[name] ?? []).filter(fits);
  if (known.length > 0) return known;
  switch (def.type) {
    case "pipe":
      return [...inner(field(def, "in")), ...inner(field(def, "out"))].filter(fits);
    case "object":
      return objects(field(def, "shape"), pool, all);
    case "array":
      return some([inner(field(def, "element")).slice(0, 1), []]);
    case "union":
      return some(list(field(def, "options")).flatMap(inner));
    case "enum":
      return some(Object.values(record(field(def, "entries"))));
    case "literal":
      return some(list(field(def, "values")));
    case "boolean":
      return some([false, true]);
    case "record":
      return [{}];
    case "number":
      return NUMBERS.filter(fits).slice(0, 1);
    case "string": {
      const format = field(def, "format");
      const texts = typeof format === "string" ? (FORMATTED[format] ?? []) : TEXTS;
      return texts.filter(fits).slice(0, 1);
    }
    default:
      return [];
  }
}

function objects(shape: unknown, pool: Pool, all: boolean): unknown[] {
  const values = Object.entries(record(shape)).map(([name, of]): [string, unknown[]] => [
    name,
    of instanceof z.core.$ZodType ? valuesOf(of, name, pool, all) : [],
  ]);
  if (values.some(([, some]) => some.length === 0)) return [];
  const base = Object.fromEntries(values.map(([name, [first]]) => [name, first]));
  const others = values.flatMap(([name, some]) =>
    some.slice(1).map((value) => ({ ...base, [name]: value })),
  );
  return [base, ...others];
}

const SAMPLE = "[any words at all, and enough of them]";

/** The paths of all fields in an input that take a word of one's own, such as `content.ratings.evidence`. */
export function wordFields(schema: z.core.$ZodType, path = ""): string[] {
  const { def } = schema._zod;
  if (def.type === "string") return z.safeParse(schema, SAMPLE).success ? [path] : [];
  if (def.type === "object") {
    return Object.entries(record(field(def, "shape"))).flatMap(([name, of]) =>
      of instanceof z.core.$ZodType ? wordFields(of, path === "" ? name : `${path}.${name}`) : [],
    );
  }
  if (def.type === "pipe" && !z.safeParse(schema, SAMPLE).success) return [];
  return ["innerType", "element", "in", "valueType", "options"]
    .flatMap((key) => list(field(def, key)))
    .flatMap((of) => (of instanceof z.core.$ZodType ? wordFields(of, path) : []));
}

function field(def: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(def)).get(name);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

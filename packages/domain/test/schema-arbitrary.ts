import fc from "fast-check";
import { z } from "zod";

type Schema = z.core.JSONSchema._JSONSchema;

/** Values that a schema takes, made from the JSON Schema that it is on the wire. */
export function valuesOf<T>(schema: z.ZodType<T>): fc.Arbitrary<T> {
  return fromJsonSchema(z.toJSONSchema(schema))
    .map((value) => schema.safeParse(value))
    .filter((parsed) => parsed.success)
    .map(({ data }) => data);
}

const EARLIEST = Date.UTC(2020, 0, 1);
const LATEST = Date.UTC(2040, 0, 1);
const instant = fc.integer({ min: EARLIEST, max: LATEST }).map((at) => new Date(at).toISOString());

function fromJsonSchema(schema: Schema): fc.Arbitrary<unknown> {
  if (typeof schema === "boolean") return fc.constant(null);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return fc.oneof(...options.map(fromJsonSchema));
  switch (schema.type) {
    case "object":
      return objects(schema);
    case "array":
      return lists(schema);
    case "integer":
      return fc.integer({
        min: clamped(schema.minimum, -1_000_000_000),
        max: clamped(schema.maximum, 1_000_000_000),
      });
    case "number":
      return fc.double({
        min: schema.minimum ?? -1_000_000,
        max: schema.maximum ?? 1_000_000,
        noNaN: true,
      });
    case "boolean":
      return fc.boolean();
    case "string":
      return texts(schema);
    default:
      return fc.constant(null);
  }
}

/** Few rules mind what is near the end of what a number can hold; many mind small numbers. */
function clamped(bound: number | undefined, otherwise: number): number {
  return bound === undefined || Math.abs(bound) > 1_000_000_000 ? otherwise : bound;
}

type Of = Exclude<Schema, boolean>;

function objects({ properties = {}, required = [], additionalProperties }: Of) {
  const known = Object.entries(properties).map(([name, of]) => [name, fromJsonSchema(of)] as const);
  const record = fc.record(Object.fromEntries(known), { requiredKeys: required });
  if (known.length > 0 || typeof additionalProperties !== "object") return record;
  return fc.dictionary(fc.constantFrom("a", "b", "c"), fromJsonSchema(additionalProperties));
}

function lists({ items, minItems = 0, maxItems }: Of): fc.Arbitrary<unknown> {
  const [first] = Array.isArray(items) ? items : [items];
  const most = Math.max(minItems, Math.min(maxItems ?? 4, 4));
  return fc.array(fromJsonSchema(first ?? true), { minLength: minItems, maxLength: most });
}

const AN_INSTANT = "2030-01-01T00:00:00.000Z";

function texts(schema: Of): fc.Arbitrary<unknown> {
  const { format, pattern, allOf = [], minLength = 0, maxLength = 12 } = schema;
  const patterns = [schema, ...allOf]
    .flatMap((one) => (typeof one === "boolean" ? [] : (one.pattern ?? [])))
    .map((one) => new RegExp(one, "u"));
  const takes = (text: string) => patterns.length > 1 && patterns.every((one) => one.test(text));
  if (format === "date-time" || takes(AN_INSTANT)) return instant;
  if (format === "date" || takes(AN_INSTANT.slice(0, 10))) {
    return instant.map((at) => at.slice(0, 10));
  }
  if (format === "uuid") return fc.uuid({ version: 4 });
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, "u"));
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 12)) });
}

import { isRecord } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import { resolved, schemasOf, shapeOf, valuesOf } from "./shape.ts";

/** An object's keys, and what becomes of those that it does not name. */
export type Fields = {
  named: Record<string, Schema>;
  required: ReadonlySet<string>;
  unknown: "strip" | "strict" | "open";
  /** What an unnamed key of an open object holds. */
  rest: Schema;
  /** What such a key must be; null for any. */
  names: Schema | null;
};

/** The keys of an object or record; one whose keys are enumerated is an object. */
export function fieldsOf(schema: Schema, root: Schema): Fields {
  const { properties, additionalProperties, propertyNames } = schema;
  const named = isRecord(properties)
    ? Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, asSchema(one)]))
    : {};
  const listed = Array.isArray(schema["required"]) ? schema["required"] : [];
  const required = new Set(listed.filter((key) => typeof key === "string"));
  const rest = isRecord(additionalProperties) ? additionalProperties : {};
  const names = isRecord(propertyNames) ? resolved(propertyNames, root) : null;
  const keys = names === null ? null : namesOf(names, root);
  if (keys !== null) {
    const each = keys.map((key): [string, Schema] => [key, rest]);
    const all = { ...Object.fromEntries(each), ...named };
    return { named: all, required, unknown: "strict", rest, names: null };
  }
  return { named, required, unknown: unknownOf(schema), rest, names };
}

function namesOf(names: Schema, root: Schema): string[] | null {
  const { arms } = shapeOf(names, root);
  const values = arms.map((arm) => valuesOf(arm.schema));
  if (arms.length === 0 || values.includes(null)) return null;
  return values.flatMap((list) => list ?? []).filter((key) => typeof key === "string");
}

function unknownOf(schema: Schema): Fields["unknown"] {
  if (schema["x-unknown"] === "strict" || schema["additionalProperties"] === false) return "strict";
  if (schema["x-unknown"] === "strip") return "strip";
  const open = "additionalProperties" in schema || "propertyNames" in schema;
  return schema["x-unknown"] === "loose" || open ? "open" : "strip";
}

function asSchema(value: unknown): Schema {
  return isRecord(value) ? value : value === false ? { not: {} } : {};
}

/** The values that a required key of an object can have, if they are listed; else null. */
export function tagsOf(schema: Schema, key: string, root: Schema): unknown[] | null {
  const { named, required } = fieldsOf(schema, root);
  const field = named[key];
  if (field === undefined || !required.has(key)) return null;
  const { arms, nullable } = shapeOf(field, root);
  const values = arms.map((arm) => valuesOf(arm.schema));
  if (values.includes(null)) return null;
  return [...values.flatMap((list) => list ?? []), ...(nullable ? [null] : [])];
}

/** The parts of a schema, for whoever looks through all of it. */
export function innerOf(schema: Schema): { step: string; inner: Schema }[] {
  const { properties, additionalProperties, items } = schema;
  const one = (step: string, inner: unknown) => (isRecord(inner) ? [{ step, inner }] : []);
  const fields = isRecord(properties) ? Object.entries(properties) : [];
  const alternatives = ["anyOf", "oneOf", "allOf"].flatMap((key) => schemasOf(schema[key]));
  return [
    ...fields.flatMap(([key, inner]) => one(`.${key}`, inner)),
    ...one(".*", additionalProperties),
    ...one("[]", items),
    ...one("<each>", schema["x-stream"]),
    ...schemasOf(schema["prefixItems"]).map((inner, index) => ({ step: `[${index}]`, inner })),
    ...alternatives.map((inner) => ({ step: "", inner })),
  ];
}

import { canonical, isRecord } from "../canonical.ts";
import type { Schema } from "../schema.ts";

/** What a value is on the wire; `any` is whatever JSON can say, `opaque` what only a program knows. */
type Kind =
  | "string"
  | "number"
  | "boolean"
  | "array"
  | "object"
  | "any"
  | "never"
  | "void"
  | "encoded"
  | "media"
  | "stream"
  | "all"
  | "opaque";

/** One alternative of a schema, with the stamps of all that it stands in. */
export type Arm = { kind: Kind; schema: Schema };

/** A schema as a list of alternatives; null is none of them. */
export type Shape = { nullable: boolean; arms: Arm[]; exclusive: boolean };

const STRUCTURE = new Set([
  "type",
  "const",
  "enum",
  "properties",
  "required",
  "additionalProperties",
  "propertyNames",
  "items",
  "prefixItems",
  "allOf",
  "not",
  "pattern",
  "format",
]);

/** A keyword's schemas; nothing where it holds something else. */
export function schemasOf(value: unknown): Schema[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The schema behind a `$ref`, with what stands beside the reference; `root` holds its `$defs`. */
export function resolved(schema: Schema, root: Schema): Schema {
  const passed = new Set<string>();
  let found = schema;
  while (typeof found["$ref"] === "string" && !passed.has(found["$ref"])) {
    const { $ref: reference, ...beside } = found;
    passed.add(reference);
    const aim = target(reference, root);
    // The same object each time, so that whoever walks in a circle sees it.
    found = Object.keys(beside).length === 0 ? aim : { ...aim, ...beside };
  }
  return found;
}

function target(reference: string, root: Schema): Schema {
  const steps = reference.split("/").slice(1);
  let at: unknown = root;
  for (const step of steps) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    at = isRecord(at) ? at[key] : undefined;
  }
  // A reference that leads nowhere is kept as a keyword that nobody knows.
  return isRecord(at) ? at : { "x-dangling": reference };
}

/** A schema's alternatives, unions in unions laid flat, and literals of one type together. */
export function shapeOf(schema: Schema, root: Schema): Shape {
  const { nullable, arms, exclusive } = alternatives(resolved(schema, root), root, 0);
  return { nullable, arms: withLiteralsTogether(arms), exclusive };
}

function alternatives(schema: Schema, root: Schema, depth: number): Shape {
  const { anyOf, oneOf, ...rest } = schema;
  const union = anyOf ?? oneOf;
  if (union === undefined) return single(schema);
  const both = anyOf !== undefined && oneOf !== undefined;
  if (both || depth > 32 || Object.keys(rest).some((key) => STRUCTURE.has(key))) {
    return { nullable: false, arms: [{ kind: "opaque", schema }], exclusive: false };
  }
  const inner = schemasOf(union).map((one) => alternatives(resolved(one, root), root, depth + 1));
  const arms = inner.flatMap((shape) => shape.arms);
  return {
    nullable: inner.some((shape) => shape.nullable),
    arms: arms.map(({ kind, schema: arm }) => ({ kind, schema: { ...stampsOf(rest), ...arm } })),
    exclusive: oneOf !== undefined || inner.some((shape) => shape.exclusive),
  };
}

function single(schema: Schema): Shape {
  const { type } = schema;
  const values = valuesOf(schema);
  if (values !== null) return literals(schema, values);
  const types: unknown[] = Array.isArray(type) ? type : [type];
  const arms = types
    .filter((one) => one !== "null")
    .map((one) => ({ kind: kindOf(schema, one), schema }));
  return { nullable: types.includes("null"), arms, exclusive: false };
}

/** The values of `const` or `enum`; null where any will do. */
export function valuesOf(schema: Schema): unknown[] | null {
  if ("const" in schema) return [schema["const"]];
  return Array.isArray(schema["enum"]) ? schema["enum"] : null;
}

function literals(schema: Schema, values: unknown[]): Shape {
  const { const: _const, enum: _enum, ...rest } = schema;
  const kinds = ["string", "number", "boolean"] as const;
  const arms = kinds.flatMap((kind): Arm[] => {
    const own = values.filter((value) => typeof value === kind);
    return own.length === 0 ? [] : [{ kind, schema: { ...rest, type: kind, enum: own } }];
  });
  const others = values.filter((value) => typeof value === "object" && value !== null);
  if (others.length > 0) arms.push({ kind: "opaque", schema: { ...rest, enum: others } });
  return { nullable: values.includes(null), arms, exclusive: false };
}

function kindOf(schema: Schema, type: unknown): Kind {
  if ("x-media" in schema) return "media";
  if ("x-stream" in schema) return "stream";
  if ("x-encoding" in schema) return "encoded";
  if ("x-void" in schema) return "void";
  switch (type) {
    case "string":
    case "boolean":
    case "array":
    case "object":
    case "number":
      return type;
    case "integer":
      return "number";
    case undefined:
      return untyped(schema);
    default:
      return "opaque";
  }
}

function untyped(schema: Schema): Kind {
  if (isRecord(schema["not"]) && Object.keys(schema["not"]).length === 0) return "never";
  if ("allOf" in schema) return "all";
  if ("x-transform" in schema || "x-dangling" in schema) return "opaque";
  return Object.keys(schema).some((key) => STRUCTURE.has(key)) ? "opaque" : "any";
}

/** What a schema says beside its structure; a union's stamps hold for each of its arms. */
function stampsOf(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => key.startsWith("x-") || key === "default"),
  );
}

/** `"a" | "b"` is the same as an enumeration of both. */
function withLiteralsTogether(arms: Arm[]): Arm[] {
  const groups = new Map<string, Arm>();
  for (const [index, arm] of arms.entries()) {
    const values = valuesOf(arm.schema);
    const { enum: _enum, ...rest } = arm.schema;
    const key = values === null ? `${index}` : `${arm.kind} ${canonical(rest)}`;
    const before = groups.get(key);
    const all = [
      ...(before === undefined ? [] : (valuesOf(before.schema) ?? [])),
      ...(values ?? []),
    ];
    groups.set(key, values === null ? arm : { ...arm, schema: { ...rest, enum: all } });
  }
  return [...groups.values()];
}

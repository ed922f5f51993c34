import { isRecord } from "../canonical.ts";
import type { Manifest } from "../manifest.ts";
import type { Schema } from "../schema.ts";

/**
 * The plain JSON Schema by which a client of a contract reads an output: a strict one refuses keys
 * that it does not know, a tolerant one takes an open enumeration's unknown value for its fallback.
 */
export function readerSchema(schema: Schema, readers: Manifest["readers"]): Schema {
  const read = plain(schema, readers);
  return isRecord(read) ? read : {};
}

const DATA = new Set(["const", "enum", "default", "required"]);

function plain(value: unknown, readers: Manifest["readers"], isFields = false): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one, readers));
  if (!isRecord(value)) return value;
  if (isFields) return mapped(value, (inner) => plain(inner, readers));
  const open = typeof value["x-fallback"] === "string";
  const kept = Object.entries(value).filter(
    ([key]) => !key.startsWith("x-") && !(open && (key === "enum" || key === "const")),
  );
  const made = Object.fromEntries(
    kept.map(([key, inner]) => [
      key,
      DATA.has(key) ? inner : plain(inner, readers, key === "properties" || key === "$defs"),
    ]),
  );
  if (value["x-unknown"] !== "strip" && value["x-unknown"] !== "strict") return made;
  const { additionalProperties: _refused, ...tolerant } = made;
  return readers === "strict" ? { ...tolerant, additionalProperties: false } : tolerant;
}

function mapped(value: Schema, to: (inner: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, to(inner)]));
}

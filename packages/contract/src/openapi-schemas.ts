import { z } from "zod";
import { isRecord } from "./canonical.ts";
import type { Manifest } from "./manifest.ts";
import { STAMPS, namesOf } from "./stamps.ts";

type Schema = Record<string, unknown>;

/** The schemas of a document by readable names, and the name of each procedure's input and output. */
export type Components = {
  schemas: Record<string, Schema>;
  /** Procedure path, or `event` and its name → the component that it takes or gives. */
  input: ReadonlyMap<string, string>;
  output: ReadonlyMap<string, string>;
  event: ReadonlyMap<string, string>;
};

/**
 * Names every schema of a manifest once, by the procedure that it belongs to most: a query before
 * a command, the shorter path before the longer (`JobShowOutput`, which many commands give too).
 */
export function componentsOf(manifest: Manifest): Components {
  const schemas: Record<string, Schema> = {};
  const names = new Map<string, string>();
  const place = (from: string, io: "input" | "output", name: string): string => {
    const key = `${io} ${from}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const tolerant = io === "output" && manifest.readers === "tolerant";
    const schema = manifest.schemas[from] ?? {};
    const strict = io === "output" && !tolerant;
    schemas[name] = readable(strict ? closed(schema) : schema, tolerant);
    names.set(key, name);
    return name;
  };
  const input = new Map<string, string>();
  const output = new Map<string, string>();
  for (const [path, procedure] of byNearness(manifest)) {
    const base = pascal(path);
    if (procedure.input !== null) input.set(path, place(procedure.input, "input", `${base}Input`));
    if (procedure.output !== null)
      output.set(path, place(procedure.output, "output", `${base}Output`));
  }
  const event = new Map(
    Object.entries(manifest.events).map(([name, { payload }]) => [
      name,
      place(payload, "output", `${pascal(name)}Event`),
    ]),
  );
  schemas["Error"] = readable(manifest.schemas[manifest.transport.errorShape] ?? {}, true);
  return { schemas: inOrder(schemas), input, output, event };
}

/** What strips keys on the server never gives them: who reads strictly may count on it. */
function closed(schema: Schema): Schema {
  const made: unknown = JSON.parse(JSON.stringify(schema), (_key, value: unknown) =>
    isRecord(value) && value["x-unknown"] === "strip"
      ? { ...value, additionalProperties: false }
      : value,
  );
  return isRecord(made) ? made : schema;
}

/** Any object with its keys sorted. */
export function inOrder<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A schema of a manifest as people and generators read it: what its stamps say stands in its
 * description, and an output that may grow is not closed. A value is still judged the same.
 */
export function readable(schema: Schema, tolerant: boolean): Schema {
  const made = describe(schema, tolerant);
  return isRecord(made) ? made : {};
}

function describe(value: unknown, tolerant: boolean, fields = false): unknown {
  if (Array.isArray(value)) return value.map((one) => describe(one, tolerant));
  if (!isRecord(value)) return value;
  const inner = Object.entries(value).map(([key, one]): [string, unknown] => [
    key,
    !fields && DATA.has(key) ? one : describe(one, tolerant, !fields && FIELDS.has(key)),
  ]);
  if (fields) return Object.fromEntries(inner);
  const made: Schema = {};
  for (const [key, one] of inner) {
    if (key === "additionalProperties" && one === false && tolerant) continue;
    const short = key === "pattern" ? SHORT.get(one) : undefined;
    Object.assign(made, short ?? { [key]: one });
  }
  const own = value["description"];
  const words = [...(typeof own === "string" ? [own] : []), ...stampWords(value)];
  if (words.length > 0) made["description"] = words.join(" ");
  return flattened(made);
}

/** Patterns of a whole line that say no more than a format and a few characters. */
const SHORT = new Map<unknown, Schema>([
  [z.toJSONSchema(z.uuid()).pattern, { format: "uuid" }],
  [z.toJSONSchema(z.iso.date()).pattern, { format: "date" }],
  [z.toJSONSchema(z.iso.datetime()).pattern, { format: "date-time", pattern: "Z$" }],
  [
    z.toJSONSchema(z.iso.datetime({ precision: 3 })).pattern,
    { format: "date-time", pattern: "\\.\\d{3}Z$" },
  ],
]);

/** A schema whose `allOf` has one part that says nothing else than the schema, as one. */
function flattened(schema: Schema): Schema {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf)) return schema;
  const parts: unknown[] = allOf.filter((part) => !isRecord(part) || Object.keys(part).length > 0);
  const [only] = parts;
  if (parts.length === 0) return rest;
  const apart = isRecord(only) && Object.keys(only).every((key) => !(key in rest));
  return parts.length === 1 && apart ? { ...rest, ...only } : { ...rest, allOf: parts };
}

const DATA = new Set(["const", "enum", "default", "examples"]);
const FIELDS = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);

const CHANGES: Record<string, string> = {
  trim: "trimmed",
  lowercase: "put into lower case",
  uppercase: "put into upper case",
  "normalize NFC": "normalized (NFC)",
};

/** What the stamps of one schema say, in sentences. */
function stampWords(schema: Schema): string[] {
  const overwritten: unknown = schema["x-overwrite"];
  const changes = (Array.isArray(overwritten) ? overwritten : []).map(
    (name: unknown) => CHANGES[String(name)] ?? String(name),
  );
  const rules = namesOf(schema[STAMPS.refinement]);
  const transforms = namesOf(schema[STAMPS.transform]);
  const said = (stamp: keyof typeof STAMPS, say: (text: string) => string): string[] => {
    const text = schema[STAMPS[stamp]];
    return typeof text === "string" || typeof text === "number" ? [say(String(text))] : [];
  };
  return [
    ...(changes.length > 0 ? [`Is ${changes.join(" and ")} first.`] : []),
    ...(rules.length > 0 ? [`Also checked: ${rules.join("; ")}.`] : []),
    ...(transforms.length > 0 ? [`Is changed when read: ${transforms.join("; ")}.`] : []),
    ...(schema["x-coerce"] === true ? ["Other types are converted."] : []),
    ...said("encoding", (text) => `Written as ${text}.`),
    ...said("fallback", (text) => `May grow: take a member that you do not know for "${text}".`),
    ...said("sort", (text) => `Sorted by ${text}.`),
    ...said("limit", (text) => `At most ${text} rows.`),
    ...said("idFormat", (text) => `An id (${text}).`),
    ...(schema[STAMPS.sensitive] === true ? ["Personal or secret."] : []),
  ];
}

function byNearness(manifest: Manifest) {
  const rank = ([path, { kind }]: [string, { kind: string }]) =>
    `${kind === "query" ? 0 : 1} ${String(path.length).padStart(4, "0")} ${path}`;
  return Object.entries(manifest.procedures).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function pascal(path: string): string {
  return path
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}

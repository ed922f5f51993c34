import { digestOf, isRecord } from "./canonical.ts";
import type { Manifest, ProcedureContract } from "./manifest.ts";
import type { Schema } from "./schema.ts";

type Parts = Omit<ProcedureContract, "digest">;

/** The digest of what a procedure is, wherever it stands and since whenever. */
export function procedureDigest(parts: Parts): string {
  const { permission, since: _since, deprecated: _deprecated, sunset: _sunset, ...rest } = parts;
  const { name: _name, ...rights } = permission;
  return digestOf({ ...rest, permission: rights });
}

/** The name of a schema in a manifest; words for people are not in it. */
export function schemaName(schema: Schema): string {
  return digestOf(withoutWords(schema)).slice(0, 16);
}

type Body = Pick<Manifest, "readers" | "transport" | "procedures" | "events">;

/** The id of a contract, by its content alone. */
export function contractIdOf({ readers, transport, procedures, events }: Body): string {
  const body = { readers, transport, events, procedures: digestsOf(procedures) };
  return digestOf(body).slice(0, 16);
}

/** What in a manifest is not named by its own content: one line each, none if it is whole. */
export function misnamed(manifest: Manifest): string[] {
  const procedures = Object.entries(manifest.procedures).flatMap(([path, { digest, ...parts }]) =>
    procedureDigest(parts) === digest ? [] : [`${path} is not what its digest says`],
  );
  const schemas = Object.entries(manifest.schemas).flatMap(([name, schema]) =>
    schemaName(schema) === name ? [] : [`schema ${name} is not what its name says`],
  );
  const id = contractIdOf(manifest);
  const whole = id === manifest.contractId ? [] : [`its content has the id ${id}`];
  return [...procedures, ...schemas, ...missing(manifest), ...whole];
}

function missing({ procedures, events, transport, schemas }: Manifest): string[] {
  const named = [
    ...Object.values(procedures).flatMap(({ input, output }) => [input, output]),
    ...Object.values(events).map(({ payload }) => payload),
    transport.errorShape,
  ];
  return [...new Set(named)].flatMap((name) =>
    name === null || name in schemas ? [] : [`schema ${name} is missing`],
  );
}

/** A record's entries in the order of their keys. */
export function sortedEntries<T>(record: Record<string, T> | object): [string, T][] {
  const entries: [string, T][] = Object.entries(record);
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function digestsOf(procedures: Record<string, ProcedureContract>): unknown {
  return sortedEntries(procedures).map(([path, { digest, permission, ...rest }]) => {
    const { since, deprecated, sunset } = rest;
    return [path, digest, permission.name, since, deprecated, sunset];
  });
}

const WORDS = new Set(["title", "description", "examples", "$comment"]);

/** A schema without what only people read; a field may well be called `title`. */
function withoutWords(value: unknown, fields = false): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutWords(one));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => fields || !WORDS.has(key))
      .map(([key, inner]) => [
        key,
        !fields && VALUES.has(key) ? inner : withoutWords(inner, !fields && FIELDS.has(key)),
      ]),
  );
}

/** The keywords below which keys are names of fields. */
const FIELDS = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);

/** The keywords below which stands data. */
const VALUES = new Set(["const", "enum", "default"]);

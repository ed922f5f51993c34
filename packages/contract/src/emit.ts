import { z } from "zod";
import { canonical, isRecord } from "./canonical.ts";
import { contractIdOf, procedureDigest, schemaName, sortedEntries } from "./digest.ts";
import type { Manifest, ProcedureContract, Transport } from "./manifest.ts";
import { type Problem, type Schema, schemaOf } from "./schema.ts";

/** What a router's own metadata says of a procedure, in the words of a manifest. */
export type Described = Pick<
  ProcedureContract,
  "permission" | "rate" | "idempotency" | "cache" | "since" | "deprecated" | "sunset"
> & { errors: readonly string[] };

export type EmitOptions = {
  /** Reads the metadata of one procedure. */
  describe: (path: string, meta: unknown) => Described;
  transport: Omit<Transport, "errorShape"> & { errorShape: z.core.$ZodType };
  readers: Manifest["readers"];
  events?: Record<string, { version: number; payload: z.core.$ZodType }>;
  /** When, if nothing of this contract was emitted before. */
  now: Date;
  /** The manifest of before: where nothing changed, its time stays. */
  before?: Manifest | undefined;
};

/** Any tRPC 11 router, at run time. */
export type AnyRouter = { _def: { procedures: object } };

/** Thrown where a schema says less than a client must know. */
export class ContractIncomplete extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The contract cannot be written down:\n${problems.join("\n")}`);
    this.name = "ContractIncomplete";
    this.problems = problems;
  }
}

const Built = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  meta: z.unknown(),
  inputs: z.array(z.instanceof(z.core.$ZodType)),
  output: z.instanceof(z.core.$ZodType).optional(),
});

/** The manifest of a router; throws `ContractIncomplete` naming every place that lacks a stamp. */
export function emitManifest(router: AnyRouter, options: EmitOptions): Manifest {
  const schemas: Record<string, Schema> = {};
  const problems: string[] = [];
  const add = (where: string, zod: z.core.$ZodType, io: "input" | "output"): string => {
    const made = schemaOf(zod, io);
    problems.push(...made.problems.map((problem) => said(where, problem)));
    if (mayBeAbsent(zod)) made.schema["x-absent"] = true;
    const name = schemaName(made.schema);
    schemas[name] ??= sorted(made.schema);
    return name;
  };
  const procedures: Record<string, ProcedureContract> = {};
  for (const [path, built] of sortedEntries(router._def.procedures)) {
    const { type, meta, inputs, output } = Built.parse(definitionOf(built));
    if (inputs.length > 1) problems.push(`${path}: more than one input`);
    const { errors, permission, ...rest } = options.describe(path, meta);
    const [input] = inputs;
    const parts = {
      ...rest,
      kind: type,
      input: input === undefined ? null : add(`${path} input`, input, "input"),
      output: output === undefined ? null : add(`${path} output`, output, "output"),
      errors: errors.toSorted(),
      permission: {
        name: permission.name,
        holders: permission.holders.toSorted(),
        conditions: permission.conditions.toSorted(),
      },
    };
    procedures[path] = { digest: procedureDigest(parts), ...parts };
  }
  const { errorShape, ...transport } = options.transport;
  const events = sortedEntries(options.events ?? {}).map(([name, { version, payload }]) => [
    name,
    { version, payload: add(`event ${name}`, payload, "output") },
  ]);
  const body = {
    readers: options.readers,
    transport: { ...transport, errorShape: add("error shape", errorShape, "output") },
    procedures,
    events: Object.fromEntries(events),
  };
  if (problems.length > 0) throw new ContractIncomplete(problems);
  const contractId = contractIdOf(body);
  const same = options.before?.contractId === contractId;
  return {
    format: 1,
    contractId,
    releasedAt: same && options.before ? options.before.releasedAt : atSecond(options.now),
    ...body,
    schemas: Object.fromEntries(sortedEntries(schemas)),
  };
}

/** A manifest as its file: one line for each schema and procedure, so that a diff can be read. */
export function manifestText(manifest: Manifest): string {
  const { procedures, events, schemas, ...head } = manifest;
  const parts = Object.entries(head).map(([key, value]) => `${quote(key)}: ${canonical(value)}`);
  const lists = Object.entries({ procedures, events, schemas }).map(
    ([key, value]) => `${quote(key)}: {${linesOf(value)}}`,
  );
  return `{\n${[...parts, ...lists].join(",\n")}\n}\n`;
}

function linesOf(value: Record<string, unknown>): string {
  const lines = sortedEntries(value).map(([key, one]) => `${quote(key)}: ${canonical(one)}`);
  return lines.length === 0 ? "" : `\n${lines.join(",\n")}\n`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function said(where: string, { at, what }: Problem): string {
  return `${where}${at === "" ? "" : ` at ${at}`}: ${what}`;
}

/** Whether a call may come without an input, or an answer be nothing. */
function mayBeAbsent(zod: z.core.$ZodType): boolean {
  try {
    return z.core.safeParse(zod, undefined).success;
  } catch {
    // It can only be asked with patience, so nothing is promised.
    return false;
  }
}

function definitionOf(built: unknown): unknown {
  return typeof built === "function" && "_def" in built ? built._def : undefined;
}

function sorted(schema: Schema): Schema {
  const copy: unknown = JSON.parse(canonical(schema));
  return isRecord(copy) ? copy : {};
}

function atSecond(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "Z");
}

import { z } from "zod";
import { type Manifest, ProcedureContract } from "./manifest.ts";
import { httpPath, type OpenApiOptions, titleOf } from "./openapi.ts";
import { inOrder, readable } from "./openapi-schemas.ts";

const Schema = z.record(z.string(), z.unknown());
const Entry = z.object({
  path: z.string(),
  title: z.string(),
  kind: z.enum(["query", "mutation", "subscription"]),
  /** Whom it is open to. */
  holders: z.array(z.string()),
  deprecated: z.string().nullable(),
});

/** Every procedure in one line each, and what is told without being asked. */
export const ReferenceIndex = z.object({
  contractId: z.string(),
  procedures: z.array(Entry),
  events: z.array(z.object({ name: z.string(), version: z.int(), payload: Schema })),
});
export type ReferenceIndex = z.infer<typeof ReferenceIndex>;

const Refusal = z.object({ code: z.string(), status: z.int(), sentence: z.string() });

/** All that a person reads of one procedure. */
export const ReferenceProcedure = z.object({
  contractId: z.string(),
  path: z.string(),
  title: z.string(),
  /** Where plain HTTP finds it. */
  address: z.string(),
  contract: ProcedureContract,
  /** How many calls in how many seconds. */
  limit: z.object({ calls: z.int(), seconds: z.int() }).nullable(),
  input: Schema.nullable(),
  output: Schema.nullable(),
  errors: z.array(Refusal),
  /** What any procedure may answer with. */
  universal: z.array(Refusal),
});
export type ReferenceProcedure = z.infer<typeof ReferenceProcedure>;

type Words = Pick<OpenApiOptions, "prefix" | "statusOf" | "sentenceOf" | "universal">;

/** The list of all procedures and events of a manifest. */
export function referenceIndex(manifest: Manifest): ReferenceIndex {
  return {
    contractId: manifest.contractId,
    procedures: Object.entries(inOrder(manifest.procedures)).map(
      ([path, { kind, permission, deprecated }]) => ({
        path,
        title: titleOf(path),
        kind,
        holders: permission.holders,
        deprecated,
      }),
    ),
    events: Object.entries(inOrder(manifest.events)).map(([name, { version, payload }]) => ({
      name,
      version,
      payload: readable(manifest.schemas[payload] ?? {}, true),
    })),
  };
}

/** One procedure of a manifest; null where there is none of that path. */
export function referenceOf(
  manifest: Manifest,
  path: string,
  { prefix, statusOf, sentenceOf, universal }: Words,
): ReferenceProcedure | null {
  const contract = Object.hasOwn(manifest.procedures, path) ? manifest.procedures[path] : undefined;
  if (contract === undefined) return null;
  const schema = (name: string | null, tolerant: boolean) =>
    name === null ? null : readable(manifest.schemas[name] ?? {}, tolerant);
  const refusal = (code: string) => ({
    code,
    status: statusOf(code),
    sentence: sentenceOf(code),
  });
  return {
    contractId: manifest.contractId,
    path,
    title: titleOf(path),
    address: httpPath(prefix, path),
    contract,
    limit: manifest.transport.rates[contract.rate] ?? null,
    input: schema(contract.input, false),
    output: schema(contract.output, manifest.readers === "tolerant"),
    errors: contract.errors.map(refusal),
    universal: universal.map(refusal),
  };
}

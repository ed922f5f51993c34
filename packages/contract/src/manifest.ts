import { z } from "zod";

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The short name of a contract: what is in it decides it, nothing else. */
export const ContractId = z.string().regex(/^[0-9a-f]{16}$/);

/** A JSON Schema with stamps (see `schema.ts`). */
const Schema = z.record(z.string(), z.unknown());

const Permission = z.strictObject({
  name: z.string(),
  /** Whoever has one of these may call it. */
  holders: z.array(z.string()),
  /** What is asked beyond that; each makes it harder to call. */
  conditions: z.array(z.string()),
});
const Version = z.string().nullable();

/** One procedure as a client sees it; `input` and `output` name schemas of the manifest. */
export const ProcedureContract = z.strictObject({
  /** Of what the procedure is, wherever it stands: neither its path nor its permission's name. */
  digest: Digest,
  kind: z.enum(["query", "mutation", "subscription"]),
  input: z.string().nullable(),
  output: z.string().nullable(),
  errors: z.array(z.string()),
  permission: Permission,
  rate: z.string(),
  /** Whether a command takes an idempotency key; null for what changes nothing. */
  idempotency: z.enum(["required", "optional", "none"]).nullable(),
  cache: z.string(),
  since: Version,
  deprecated: Version,
  sunset: Version,
});
export type ProcedureContract = z.infer<typeof ProcedureContract>;

/** What holds for every procedure. */
export const Transport = z.strictObject({
  transformer: z.string().nullable(),
  /** How many calls one request may carry. */
  batchLimit: z.int(),
  /** Whether a query may be sent as POST. */
  methodOverride: z.boolean(),
  /** The schema of an error's `data`. */
  errorShape: z.string(),
  /** Rate class → calls in seconds. */
  rates: z.record(z.string(), z.strictObject({ calls: z.int(), seconds: z.int() })),
});
export type Transport = z.infer<typeof Transport>;

/** What is told to others without being asked: a version and the schema of what it carries. */
export const EventContract = z.strictObject({ version: z.int(), payload: z.string() });

/** All that a client may rely on, as plain JSON. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  contractId: ContractId,
  /** When this contract was first emitted; in no digest. */
  releasedAt: z.iso.datetime(),
  /** Whether clients of this contract refuse keys of an output that they do not know. */
  readers: z.enum(["tolerant", "strict"]),
  transport: Transport,
  procedures: z.record(z.string(), ProcedureContract),
  events: z.record(z.string(), EventContract),
  /** By the beginning of the digest of each, so that what is equal stands here once. */
  schemas: z.record(z.string(), Schema),
});
export type Manifest = z.infer<typeof Manifest>;

/** A schema of a manifest; null where a procedure takes or gives nothing. */
export function schemaAt(manifest: Manifest, name: string | null): Record<string, unknown> | null {
  return name === null ? null : (manifest.schemas[name] ?? null);
}

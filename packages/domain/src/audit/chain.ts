import { sha256 } from "../execution/canonical.ts";

/** The organization id under which the instance's own chain is kept (identity commands). */
export const INSTANCE_CHAIN = "00000000-0000-0000-0000-000000000000";

export const GENESIS = "0".repeat(64);

export type ChainedEntry = {
  orgId: string;
  sequence: number;
  id: string;
  at: Date;
  actorKind: string;
  actorId: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  ip: string;
  requestId: string;
  detailDigest: string;
  previousHash: string;
};

/**
 * The hash of an entry: SHA-256 over its fields, one a line, the previous hash last. No field may
 * hold a line break, so that two different entries never give the same text.
 */
export function entryHash(entry: ChainedEntry): string {
  return sha256(
    [
      entry.orgId,
      entry.sequence,
      entry.id,
      entry.at.toISOString(),
      entry.actorKind,
      entry.actorId,
      entry.action,
      entry.subjectKind,
      entry.subjectId,
      entry.ip,
      entry.requestId,
      entry.detailDigest,
      entry.previousHash,
    ].join("\n"),
  );
}

import type { Reader } from "@rubric/db";
import { auditChain, auditDetail, auditEntry } from "@rubric/db/schema";
import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import type { Anchors } from "./checkpoint.ts";
import type { AuditVerificationView, VerifyAuditInput } from "./schemas.ts";
import { type Finding, startVerification, type Verification } from "./verify.ts";

const PAGE = 2000;

/** Verifies the organization's whole trail against the checkpoints outside the database (law 13). */
export async function verifyAudit(
  ctx: ReadCtx,
  _input: z.infer<typeof VerifyAuditInput>,
): Promise<AuditVerificationView> {
  const anchors = await ctx.readCheckpoints(ctx.org.id);
  const verification = await verifyStored(ctx.read, ctx.org.id, anchors);
  const { anchor, findings, ...counts } = verification;
  return {
    ...counts,
    whole: findings.length === 0 && anchors.brokenAtLine === null,
    anchor: anchor && { sequence: anchor.sequence, at: toInstant(anchor.at), hash: anchor.hash },
    checkpointsBrokenAtLine: anchors.brokenAtLine,
    findings: findings.map((finding) => ({ ...finding, sentence: findingSentence(finding) })),
    checkedAt: toInstant(ctx.clock),
  };
}

/**
 * Reads a stored chain page by page and verifies it. The checkpoints must have been read before:
 * the chain only grows, so one that was there then is never ahead of the head read now.
 */
export async function verifyStored(
  read: Reader,
  orgId: string,
  anchors: Anchors,
): Promise<Verification> {
  const [head] = await read
    .select({ sequence: auditChain.sequence, hash: auditChain.hash })
    .from(auditChain)
    .where(eq(auditChain.orgId, orgId));
  const verifier = startVerification(anchors.checkpoints);
  for (let after = 0; ;) {
    const rows = await read
      .select({ entry: auditEntry, detail: auditDetail })
      .from(auditEntry)
      .leftJoin(
        auditDetail,
        and(eq(auditDetail.orgId, auditEntry.orgId), eq(auditDetail.entryId, auditEntry.id)),
      )
      .where(
        and(
          eq(auditEntry.orgId, orgId),
          gt(auditEntry.sequence, after),
          ...(head === undefined ? [] : [lte(auditEntry.sequence, head.sequence)]),
        ),
      )
      .orderBy(asc(auditEntry.sequence))
      .limit(PAGE);
    for (const { entry, detail } of rows) verifier.take(entry, detail);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    after = last.entry.sequence;
  }
  return verifier.finish(head ?? null);
}

/** A finding as a person reads it. */
function findingSentence({ kind, from, to }: Finding): string {
  const where = from === to ? `Entry ${from}` : `Entries ${from} to ${to}`;
  const one = from === to;
  switch (kind) {
    case "changed":
      return `${where} is not as it was written.`;
    case "missing":
      return `${where} ${one ? "is" : "are"} missing.`;
    case "relinked":
      return `${where} does not follow the one before it: one of the two was exchanged.`;
    case "back_dated":
      return `${where} carries an earlier time than the one before it.`;
    case "truncated":
      return `${where} ${one ? "was" : "were"} there when a checkpoint was written, and ${one ? "is" : "are"} gone.`;
    case "forked":
      return `Somewhere in ${where.toLowerCase()} the trail was rewritten: a checkpoint outside the database says otherwise.`;
    case "detail_changed":
      return `The detail of ${where.toLowerCase()} is not as it was written.`;
    case "detail_missing":
      return `The detail of ${where.toLowerCase()} is missing.`;
    case "detail_emptied":
      return `Details within ${where.toLowerCase()} were emptied and no erasure in the trail explains it.`;
    case "head":
      return `The trail ends at ${where.toLowerCase()}, but its head says otherwise.`;
  }
}

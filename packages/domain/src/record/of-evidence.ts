import type { Tx } from "@rubric/db";
import { evidence, file } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { evidenceOf } from "../evidence/access.ts";
import { competenciesFor } from "../progress/competencies.ts";
import type { RecordSections } from "./document.ts";
import type { SectionCtx } from "./sections.ts";

/** A member's evidence with its files, the newest day first. */
export async function recordOfEvidence(
  ctx: SectionCtx,
  memberId: string,
): Promise<RecordSections["evidence"]> {
  const names = new Map((await competenciesFor(ctx, memberId)).map(({ key, name }) => [key, name]));
  const files = await ctx.read
    .select({
      id: file.id,
      name: file.name,
      mediaType: file.mediaType,
      sha256: file.sha256,
      bytes: file.bytes,
    })
    .from(file)
    .where(and(eq(file.orgId, ctx.org.id), eq(file.memberId, memberId)));
  const held = new Map(
    files.map(({ id, bytes, ...about }) => [id, { ...about, base64: bytes.toString("base64") }]),
  );
  return (await evidenceOf(ctx, memberId)).map((one) => ({
    kind: one.kind,
    title: one.title,
    note: one.note,
    competencies: one.competencies.map((key) => names.get(key) ?? key),
    day: one.day,
    url: one.url,
    file: held.get(one.file?.id ?? "") ?? null,
    addedBy: one.addedBy,
    removed: one.removed,
  }));
}

/** Erases a member's evidence and its files. */
export async function eraseEvidence(tx: Tx, orgId: string, memberId: string): Promise<void> {
  await tx.delete(evidence).where(and(eq(evidence.orgId, orgId), eq(evidence.memberId, memberId)));
  await tx.delete(file).where(and(eq(file.orgId, orgId), eq(file.memberId, memberId)));
}

import { evidence, file } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { evidenceOf } from "./access.ts";
import { whyNotRemoveEvidence } from "./rules.ts";
import type { EvidenceView, RemoveEvidenceInput } from "./schemas.ts";

/** Removes a piece of evidence: its title, who did it and why stay; its note, link or file are gone. */
export async function removeEvidence(
  ctx: CommandCtx,
  { memberId, evidenceId, reason }: z.infer<typeof RemoveEvidenceInput>,
): Promise<EvidenceView> {
  const { tx, org } = ctx;
  const its = and(
    eq(evidence.orgId, org.id),
    eq(evidence.memberId, memberId),
    eq(evidence.id, evidenceId),
  );
  const [found] = await tx.select().from(evidence).where(its);
  if (found === undefined) return refuse("NOT_FOUND", {});
  refuseIf(whyNotRemoveEvidence({ removed: found.removedAt !== null }));
  const [removed] = await tx
    .update(evidence)
    .set({
      fileId: null,
      note: "",
      url: found.url === null ? null : "",
      removedBy: requireMember(ctx).memberId,
      removedAt: ctx.clock,
      removedReason: reason,
    })
    .where(and(its, isNull(evidence.removedAt)))
    .returning({ id: evidence.id });
  if (removed === undefined) return refuse("EVIDENCE_REMOVED", {});
  if (found.fileId !== null) {
    await tx
      .delete(file)
      .where(and(eq(file.orgId, org.id), eq(file.memberId, memberId), eq(file.id, found.fileId)));
  }
  ctx.audit({ subject: { kind: "evidence", id: evidenceId }, after: { memberId, removed: true } });
  const view = (await evidenceOf(ctx, memberId)).find((one) => one.id === evidenceId);
  return view ?? refuse("NOT_FOUND", {});
}

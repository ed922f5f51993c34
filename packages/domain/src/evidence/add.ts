import { newId } from "@rubric/db";
import { evidence, file, member, metricFigure } from "@rubric/db/schema";
import { and, eq, isNull, sum } from "drizzle-orm";
import type { z } from "zod";
import { whyNotClaim } from "../candidate/rules.ts";
import { todayOf } from "../check-in/access.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { competenciesFor } from "../progress/competencies.ts";
import { evidenceOf } from "./access.ts";
import { whyNotAddEvidence, whyNotHoldFile } from "./rules.ts";
import type { AddEvidenceInput, EvidenceView } from "./schemas.ts";

/** Adds a link, a file or a figure that shows something of some competencies on a day. */
export async function addEvidence(
  ctx: CommandCtx,
  input: z.infer<typeof AddEvidenceInput>,
): Promise<EvidenceView> {
  const { memberId, kind, title, note, day, url, uploadId, figureId } = input;
  const known = new Set((await competenciesFor(ctx, memberId)).map(({ key }) => key));
  const competencies = [...new Set(input.competencies)];
  const unknown = competencies.filter((key) => !known.has(key));
  refuseIf(whyNotAddEvidence(input, { today: await todayOf(ctx), unknown }));
  if (uploadId !== null) await claimFile(ctx, memberId, uploadId);
  if (figureId !== null) await requireFigure(ctx, memberId, figureId);
  const id = newId();
  await ctx.tx.insert(evidence).values({
    orgId: ctx.org.id,
    id,
    memberId,
    kind,
    title,
    note,
    url,
    fileId: uploadId,
    figureId,
    competencies,
    day,
    addedBy: requireMember(ctx).memberId,
    addedAt: ctx.clock,
    removedReason: "",
  });
  ctx.audit({ subject: { kind: "evidence", id }, after: { memberId, kind } });
  const added = (await evidenceOf(ctx, memberId)).find((one) => one.id === id);
  return added ?? refuse("NOT_FOUND", {});
}

/** Makes an upload that nobody has claimed the member's; the member's row is held, so that rivals count each other. */
async function claimFile(ctx: CommandCtx, memberId: string, uploadId: string): Promise<void> {
  const { tx, org } = ctx;
  await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.orgId, org.id), eq(member.id, memberId)))
    .for("no key update");
  const unclaimed = and(
    eq(file.orgId, org.id),
    eq(file.id, uploadId),
    isNull(file.candidateId),
    isNull(file.memberId),
  );
  const [held] = await tx
    .select({ bytes: sum(file.size).mapWith(Number) })
    .from(file)
    .where(and(eq(file.orgId, org.id), eq(file.memberId, memberId)));
  const [claimed] = await tx
    .update(file)
    .set({ memberId })
    .where(unclaimed)
    .returning({ size: file.size });
  refuseIf(whyNotClaim({ waits: claimed !== undefined }));
  refuseIf(whyNotHoldFile({ held: held?.bytes ?? 0, size: claimed?.size ?? 0 }, ctx.limits));
}

async function requireFigure(ctx: CommandCtx, memberId: string, figureId: string): Promise<void> {
  const [found] = await ctx.tx
    .select({ id: metricFigure.id })
    .from(metricFigure)
    .where(
      and(
        eq(metricFigure.orgId, ctx.org.id),
        eq(metricFigure.memberId, memberId),
        eq(metricFigure.id, figureId),
      ),
    );
  if (found === undefined) refuse("NOT_FOUND", {});
}

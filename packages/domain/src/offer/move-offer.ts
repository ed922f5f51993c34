import { offer } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import type { OfferRow } from "./facts.ts";
import { OFFER_FROM, type OfferCommand, whyNotFrom } from "./rules.ts";

/**
 * Moves a version to its next state by one conditional update, writes the timeline and stages the
 * audit entry. OFFER_STATE with the state now met if a rival was first.
 */
export async function moveOffer(
  ctx: CommandCtx,
  version: OfferRow,
  command: OfferCommand,
  set: Partial<OfferRow>,
  of: { candidateId: string; audit?: Record<string, unknown> },
): Promise<OfferRow> {
  const [moved] = await ctx.tx
    .update(offer)
    .set(set)
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        eq(offer.id, version.id),
        inArray(offer.state, [...OFFER_FROM[command]]),
      ),
    )
    .returning();
  if (moved === undefined) {
    const [now] = await ctx.tx
      .select()
      .from(offer)
      .where(and(eq(offer.orgId, ctx.org.id), eq(offer.id, version.id)));
    refuseIf(whyNotFrom(now?.state ?? "superseded", command));
    throw new Error(`The offer ${version.id} could not be moved from ${version.state}.`);
  }
  await recordEvent(ctx, version.applicationId, {
    kind: `offer.${command}`,
    sealed: true,
    facts: { offerId: version.id, number: version.number, stageId: null },
  });
  ctx.audit({
    subject: { kind: "offer", id: version.id },
    before: { state: version.state },
    after: { state: moved.state, ...of.audit },
    candidateId: of.candidateId,
  });
  return moved;
}

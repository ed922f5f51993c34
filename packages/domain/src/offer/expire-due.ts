import { application, offer } from "@rubric/db/schema";
import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { giveBack } from "../requisition/seats.ts";
import { OFFER_FROM } from "./rules.ts";
import type { ExpiredView } from "./schemas.ts";
import { tellCandidate } from "./tell.ts";

const AT_ONCE = 50;

/** The offers of the organization that are out past their expiry, at most 50. */
export async function dueOffers(
  ctx: Pick<ReadCtx, "read" | "org" | "clock">,
): Promise<{ offerId: string; applicationId: string; candidateId: string; number: number }[]> {
  return ctx.read
    .select({
      offerId: offer.id,
      applicationId: offer.applicationId,
      candidateId: application.candidateId,
      number: offer.number,
    })
    .from(offer)
    .innerJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        inArray(offer.state, [...OFFER_FROM.expire]),
        lte(offer.expiresAt, ctx.clock),
      ),
    )
    .orderBy(asc(offer.applicationId))
    .limit(AT_ONCE);
}

/**
 * sent, change asked → expired, for each offer of the organization whose date has come; frees its
 * opening and tells the candidate. The worker calls it while `dueOffers` finds some. An offer that
 * is answered meanwhile is left as it was answered.
 */
export async function expireDue(ctx: CommandCtx): Promise<z.infer<typeof ExpiredView>> {
  const expired: string[] = [];
  for (const due of await dueOffers(ctx)) {
    await lockApplication(ctx, due.applicationId);
    const moved = await ctx.tx
      .update(offer)
      .set({ state: "expired" })
      .where(
        and(
          eq(offer.orgId, ctx.org.id),
          eq(offer.id, due.offerId),
          inArray(offer.state, [...OFFER_FROM.expire]),
          lte(offer.expiresAt, ctx.clock),
        ),
      )
      .returning({ id: offer.id });
    if (moved.length === 0) continue;
    await giveBack(ctx, due.offerId);
    await recordEvent(ctx, due.applicationId, {
      kind: "offer.expire",
      sealed: true,
      facts: { offerId: due.offerId, number: due.number, stageId: null },
    });
    await tellCandidate(ctx, due.candidateId, due.offerId, "offer.expired");
    expired.push(due.offerId);
  }
  ctx.audit({ subject: { kind: "organization", id: ctx.org.id }, after: { expired } });
  return { expired };
}

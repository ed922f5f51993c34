import { offer, offerException } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../../context.ts";
import { conditionsOf } from "../../offer/conditions.ts";
import { toInstant } from "../../wire.ts";
import type { Duties } from "./duties.ts";
import type { ExportedApplication } from "./schema.ts";

/** Every version of an application's offer with its package, conditions and exceptions. */
export async function exportedOffers(
  ctx: Pick<ReadCtx, "read" | "org">,
  applicationId: string,
  by: Duties,
): Promise<ExportedApplication["offers"]> {
  const rows = await ctx.read
    .select()
    .from(offer)
    .where(and(eq(offer.orgId, ctx.org.id), eq(offer.applicationId, applicationId)))
    .orderBy(asc(offer.number));
  if (rows.length === 0) return [];
  const ids = rows.map((one) => one.id);
  const conditions = await conditionsOf(ctx, ids);
  const exceptions = await ctx.read
    .select()
    .from(offerException)
    .where(and(eq(offerException.orgId, ctx.org.id), inArray(offerException.offerId, ids)))
    .orderBy(asc(offerException.askedAt));
  return rows.map((one) => ({
    version: one.number,
    state: one.state,
    level: one.levelKey,
    amountMinor: one.amountMinor,
    currency: one.currency,
    variableMinor: one.variableMinor,
    equity: one.equity,
    equityMinor: one.equityMinor,
    signingMinor: one.signingMinor,
    benefits: one.benefits,
    startDate: one.startDate,
    expiresAt: toInstant(one.expiresAt),
    conditions: one.conditions,
    conditionList: (conditions.get(one.id) ?? []).map(({ kind, words, state, reason }) => ({
      kind,
      words,
      state,
      reason,
    })),
    exceptions: exceptions
      .filter((each) => each.offerId === one.id)
      .map((each) => ({
        state: each.state,
        reason: each.reason,
        askedBy: by(each.askedBy),
        answeredBy: each.answeredBy === null ? null : by(each.answeredBy),
        answerReason: each.answerReason,
      })),
    rangeReason: one.rangeReason,
    answer: one.answer,
    sentAt: toInstant(one.sentAt),
    answeredAt: toInstant(one.answeredAt),
  }));
}

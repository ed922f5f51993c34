import { newId } from "@rubric/db";
import { disclosure, offer } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockSeats } from "../requisition/seats.ts";
import { bandRule } from "./band-rule.ts";
import { lockOffer, type LoadedOffers, type OfferRow } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { holdOpening } from "./hold-opening.ts";
import { whyNotSend } from "./rules.ts";
import type { OfferInput, OfferPageView } from "./schemas.ts";
import { tellCandidate } from "./tell.ts";
import { offerPageView } from "./view.ts";
import { bandFacts, placesOf } from "./weigh.ts";

/**
 * approved → sent: reserves an opening, or takes over that of the version whose change was asked
 * for, which is superseded (law 9); where none is free the rule of headcount has the word. Keeps
 * what pay was disclosed.
 */
export async function sendOffer(
  ctx: CommandCtx,
  input: z.infer<typeof OfferInput>,
): Promise<OfferPageView> {
  const { jobId } = ctx.subject;
  if (jobId === undefined) throw new Error("An offer is of a job.");
  await lockSeats(ctx, jobId);
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  const { candidateId } = loaded.row;
  refuseIf(whyNotSend(facts));
  const pay = bandFacts(loaded, version, { step: "send", clock: ctx.clock, version });
  ctx.policy.judge(bandRule, pay, placesOf(loaded, version));
  const superseded = await supersedeOthers(ctx, loaded, version);
  const beyond = await holdOpening(ctx, version, superseded, candidateId);
  await moveOffer(
    ctx,
    version,
    "send",
    { state: "sent", sentAt: ctx.clock, stateReason: null },
    {
      candidateId,
      audit: {
        supersedes: superseded,
        amountMinor: version.amountMinor,
        ...(beyond === null ? {} : { requisition: beyond.number, raised: beyond.seats }),
      },
    },
  );
  await ctx.tx.insert(disclosure).values({
    orgId: ctx.org.id,
    id: newId(),
    applicationId: version.applicationId,
    how: "offer",
    payMinMinor: version.amountMinor,
    payMaxMinor: version.amountMinor,
    payCurrency: version.currency,
    at: ctx.clock,
  });
  await tellCandidate(ctx, candidateId, version.id, "offer.sent");
  return offerPageView(ctx, version.id);
}

/** draft … approved, change asked → superseded: the other versions of this application. */
async function supersedeOthers(
  ctx: CommandCtx,
  { versions }: LoadedOffers,
  version: OfferRow,
): Promise<string[]> {
  const ids = versions.filter((one) => one.id !== version.id).map((one) => one.id);
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .update(offer)
    .set({ state: "superseded" })
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        inArray(offer.id, ids),
        inArray(offer.state, ["draft", "pending", "approved", "change_asked"]),
      ),
    )
    .returning({ id: offer.id });
  return rows.map((row) => row.id);
}

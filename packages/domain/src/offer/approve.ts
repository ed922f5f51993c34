import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotApprove } from "./rules.ts";
import type { OfferInput, OfferPageView } from "./schemas.ts";
import { tellMember } from "./tell.ts";
import { offerPageView } from "./view.ts";

/** pending → approved: by its approver, who is never its author (law 8). */
export async function approveOffer(
  ctx: CommandCtx,
  input: z.infer<typeof OfferInput>,
): Promise<OfferPageView> {
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotApprove(facts));
  await moveOffer(
    ctx,
    version,
    "approve",
    { state: "approved", approvedAt: ctx.clock },
    {
      candidateId: loaded.row.candidateId,
      audit: { amountMinor: version.amountMinor, currency: version.currency },
    },
  );
  await tellMember(ctx, version.authorId, version.id, "offer.approved");
  return offerPageView(ctx, version.id);
}

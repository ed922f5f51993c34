import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuseIf } from "../errors.ts";
import { giveBack } from "../requisition/seats.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotWithdraw } from "./rules.ts";
import type { OfferInput, OfferPageView } from "./schemas.ts";
import { tellCandidate } from "./tell.ts";
import { offerPageView } from "./view.ts";

/** sent, change asked → withdrawn: the approver as the second person; the opening is free again. */
export async function withdrawOffer(
  ctx: CommandCtx,
  input: z.infer<typeof OfferInput>,
): Promise<OfferPageView> {
  const { memberId } = requireMember(ctx);
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  const { candidateId } = loaded.row;
  refuseIf(whyNotWithdraw(facts));
  const back = await giveBack(ctx, version.id);
  await moveOffer(
    ctx,
    version,
    "withdraw",
    {
      state: "withdrawn",
      stateReason: version.withdrawalReason,
      withdrawalApprovedBy: memberId,
    },
    {
      candidateId,
      audit: { reason: version.withdrawalReason, askedBy: version.withdrawalAskedBy, ...back },
    },
  );
  await tellCandidate(ctx, candidateId, version.id, "offer.withdrawn");
  return offerPageView(ctx, version.id);
}

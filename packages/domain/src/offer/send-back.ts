import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotSendBack } from "./rules.ts";
import type { OfferPageView, ReasonedOfferInput } from "./schemas.ts";
import { tellMember } from "./tell.ts";
import { offerPageView } from "./view.ts";

/** pending, approved → draft: by approver or author, with a reason. */
export async function sendBackOffer(
  ctx: CommandCtx,
  input: z.infer<typeof ReasonedOfferInput>,
): Promise<OfferPageView> {
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotSendBack(facts));
  await moveOffer(
    ctx,
    version,
    "sendBack",
    { state: "draft", stateReason: input.reason, approvedAt: null },
    { candidateId: loaded.row.candidateId, audit: { reason: input.reason } },
  );
  if (facts.actorId !== version.authorId) {
    await tellMember(ctx, version.authorId, version.id, "offer.sentBack");
  }
  return offerPageView(ctx, version.id);
}

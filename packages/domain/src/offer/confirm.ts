import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotConfirm } from "./rules.ts";
import type { OfferInput, OfferPageView } from "./schemas.ts";
import { offerPageView } from "./view.ts";

/** accepted → confirmed: each condition is met, or waived with a reason. */
export async function confirmOffer(
  ctx: CommandCtx,
  input: z.infer<typeof OfferInput>,
): Promise<OfferPageView> {
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotConfirm(facts));
  const { candidateId } = loaded.row;
  await moveOffer(ctx, version, "confirm", { state: "confirmed" }, { candidateId });
  return offerPageView(ctx, version.id);
}

import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { OfferInput, OfferPageView } from "./schemas.ts";
import { offerPageView } from "./view.ts";

/** One offer, for those who lead the job and for its approver. */
export async function showOffer(
  ctx: ReadCtx,
  input: z.infer<typeof OfferInput>,
): Promise<OfferPageView> {
  return offerPageView(ctx, input.offerId);
}

import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotFrom } from "./rules.ts";
import type { OfferInput, OfferPageView } from "./schemas.ts";
import { offerPageView } from "./view.ts";

/** accepted → confirmed: the conditions are met. */
export async function confirmOffer(
  ctx: CommandCtx,
  input: z.infer<typeof OfferInput>,
): Promise<OfferPageView> {
  const { loaded, version } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotFrom(version.state, "confirm"));
  const { candidateId } = loaded.row;
  await moveOffer(ctx, version, "confirm", { state: "confirmed" }, { candidateId });
  return offerPageView(ctx, version.id);
}

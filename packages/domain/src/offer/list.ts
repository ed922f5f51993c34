import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { ListOffersInput, OfferListView } from "./schemas.ts";
import { offerListView } from "./view.ts";

/** The versions of an application's offer, newest first. */
export async function listOffers(
  ctx: ReadCtx,
  input: z.infer<typeof ListOffersInput>,
): Promise<OfferListView> {
  return offerListView(ctx, input.applicationId);
}

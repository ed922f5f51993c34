import type { z } from "zod";
import { endApplication } from "../application/end-application.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { giveBack } from "../requisition/seats.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotFrom } from "./rules.ts";
import type { FellThroughInput, OfferPageView } from "./schemas.ts";
import { offerPageView } from "./view.ts";

/** accepted, confirmed → fell through: the opening is open again, and the application ends anew. */
export async function noteFellThrough(
  ctx: CommandCtx,
  input: z.infer<typeof FellThroughInput>,
): Promise<OfferPageView> {
  const { loaded, version } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotFrom(version.state, "fellThrough"));
  const back = await giveBack(ctx, version.id);
  await moveOffer(
    ctx,
    version,
    "fellThrough",
    { state: "fell_through", stateReason: input.reason },
    {
      candidateId: loaded.row.candidateId,
      audit: { reason: input.reason, application: input.as, ...back },
    },
  );
  await endApplication(ctx, loaded.row, input.as, "offer_fell_through");
  return offerPageView(ctx, version.id);
}

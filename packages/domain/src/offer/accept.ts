import type { z } from "zod";
import { endApplication } from "../application/end-application.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { candidateOffer } from "./candidate-view.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { fillOpening } from "./openings.ts";
import { whyNotAccept } from "./rules.ts";
import type { CandidateOfferView, OfferInput } from "./schemas.ts";
import { tellAnswer } from "./tell.ts";

/** sent, change asked → accepted: fills the opening and hires; never refused for headcount (law 9). */
export async function acceptOffer(
  ctx: CommandCtx,
  input: z.infer<typeof OfferInput>,
): Promise<CandidateOfferView> {
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotAccept(facts));
  await moveOffer(
    ctx,
    version,
    "accept",
    { state: "accepted", answeredAt: ctx.clock },
    { candidateId: loaded.row.candidateId },
  );
  await fillOpening(ctx, version.id);
  await endApplication(ctx, loaded.row, "hired", "offer_accepted");
  await tellAnswer(ctx, version);
  return candidateOffer(ctx, version.applicationId, version.id);
}

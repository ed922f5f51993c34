import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { giveBack } from "../requisition/seats.ts";
import { candidateOffer } from "./candidate-view.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotFrom } from "./rules.ts";
import type { CandidateOfferView, DeclineOfferInput } from "./schemas.ts";
import { tellAnswer } from "./tell.ts";

/** sent, change asked → declined: the opening is free again (law 9). */
export async function declineOffer(
  ctx: CommandCtx,
  input: z.infer<typeof DeclineOfferInput>,
): Promise<CandidateOfferView> {
  const { loaded, version } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotFrom(version.state, "decline"));
  const words = input.words.trim();
  const back = await giveBack(ctx, version.id);
  await moveOffer(
    ctx,
    version,
    "decline",
    { state: "declined", answeredAt: ctx.clock, ...(words === "" ? {} : { answer: words }) },
    { candidateId: loaded.row.candidateId, audit: { words, ...back } },
  );
  await tellAnswer(ctx, version);
  return candidateOffer(ctx, version.applicationId, version.id);
}

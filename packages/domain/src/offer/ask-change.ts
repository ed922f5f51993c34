import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { candidateOffer } from "./candidate-view.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotAskChange } from "./rules.ts";
import type { AskChangeInput, CandidateOfferView } from "./schemas.ts";
import { tellAnswer } from "./tell.ts";

/** sent → change asked: by the candidate, or by the recruiter on their word. Asking is not declining. */
export async function askOfferChange(
  ctx: CommandCtx,
  input: z.infer<typeof AskChangeInput>,
): Promise<CandidateOfferView> {
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotAskChange(facts));
  await moveOffer(
    ctx,
    version,
    "askChange",
    { state: "change_asked", answer: input.words },
    { candidateId: loaded.row.candidateId, audit: { words: input.words } },
  );
  await tellAnswer(ctx, version);
  return candidateOffer(ctx, version.applicationId, version.id);
}

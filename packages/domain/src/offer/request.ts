import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireApprover } from "./approvers.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotRequest } from "./rules.ts";
import type { OfferInput, OfferPageView } from "./schemas.ts";
import { tellMember } from "./tell.ts";
import { offerPageView } from "./view.ts";

/** draft → pending: asks the approver. */
export async function requestOffer(
  ctx: CommandCtx,
  input: z.infer<typeof OfferInput>,
): Promise<OfferPageView> {
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  const { candidateId } = loaded.row;
  refuseIf(whyNotRequest(facts));
  await requireApprover(ctx, candidateId, version.approverId, version.authorId);
  await moveOffer(
    ctx,
    version,
    "request",
    { state: "pending", stateReason: null },
    { candidateId },
  );
  await tellMember(ctx, version.approverId, version.id, "offer.approvalAsked");
  return offerPageView(ctx, version.id);
}

import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuseIf } from "../errors.ts";
import { approversOf } from "./approval-rules.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotAskToWithdraw } from "./rules.ts";
import type { OfferPageView, ReasonedOfferInput } from "./schemas.ts";
import { tellMember } from "./tell.ts";
import { offerPageView } from "./view.ts";

/** The first of two people asks to withdraw an offer that is out; it stays valid meanwhile. */
export async function askToWithdrawOffer(
  ctx: CommandCtx,
  input: z.infer<typeof ReasonedOfferInput>,
): Promise<OfferPageView> {
  const { memberId } = requireMember(ctx);
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotAskToWithdraw(facts));
  await moveOffer(
    ctx,
    version,
    "askToWithdraw",
    { withdrawalAskedBy: memberId, withdrawalReason: input.reason },
    { candidateId: loaded.row.candidateId, audit: { reason: input.reason } },
  );
  for (const id of approversOf(facts.groups, version.approverId)) {
    if (id !== memberId) await tellMember(ctx, id, version.id, "offer.withdrawalAsked");
  }
  return offerPageView(ctx, version.id);
}

import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { bandRule } from "./band-rule.ts";
import { lockOffer } from "./facts.ts";
import { groupsFor, writeGroups } from "./groups.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotRequest } from "./rules.ts";
import type { OfferInput, OfferPageView } from "./schemas.ts";
import { tellMember } from "./tell.ts";
import { offerPageView } from "./view.ts";
import { bandFacts, placesOf } from "./weigh.ts";

/**
 * draft → pending: asks the first group of the flow in force, which the offer keeps. Outside band
 * or range it needs an exception or, as the policy says, takes one group more (law 8).
 */
export async function requestOffer(
  ctx: CommandCtx,
  input: z.infer<typeof OfferInput>,
): Promise<OfferPageView> {
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  const { candidateId } = loaded.row;
  refuseIf(whyNotRequest(facts));
  const pay = bandFacts(loaded, version, { step: "request", clock: ctx.clock, version });
  const added = ctx.policy.judge(bandRule, pay, placesOf(loaded, version));
  const approvals = Math.max(0, ...added.map((one) => one.facts.approvals));
  const groups = await groupsFor(ctx, candidateId, version, approvals);
  const round = version.approvalRound + 1;
  await writeGroups(ctx, version.id, round, groups);
  await moveOffer(
    ctx,
    version,
    "request",
    { state: "pending", stateReason: null, approvalRound: round },
    {
      candidateId,
      audit: {
        groups: groups.map(({ name, approvals: needed, members }) => ({
          name,
          approvals: needed,
          members: members.map((one) => one.memberId),
        })),
      },
    },
  );
  for (const { memberId } of groups[0]?.members ?? []) {
    await tellMember(ctx, memberId, version.id, "offer.approvalAsked");
  }
  return offerPageView(ctx, version.id);
}

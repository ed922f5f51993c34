import { offerApprover, offerGroup } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { whyNotAsRead } from "../approval/rules.ts";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuse, refuseIf } from "../errors.ts";
import { type GroupState, openGroup } from "./approval-rules.ts";
import { lockOffer, type OfferRow } from "./facts.ts";
import { groupOfOne } from "./groups.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotApprove } from "./rules.ts";
import type { ApproveOfferInput, OfferPageView } from "./schemas.ts";
import { tellMember } from "./tell.ts";
import { offerPageView } from "./view.ts";

/**
 * One approval of an offer, never its author's (law 8). A group is done with as many as it asks;
 * then the next is asked, and after the last the offer is approved.
 */
export async function approveOffer(
  ctx: CommandCtx,
  input: z.infer<typeof ApproveOfferInput>,
): Promise<OfferPageView> {
  const { memberId } = requireMember(ctx);
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  refuseIf(whyNotApprove(facts));
  refuseIf(whyNotAsRead(input.round, version.approvalRound));
  const groups = facts.groups.length > 0 ? facts.groups : await groupOfOne(ctx, version);
  const group = openGroup(groups);
  if (group === null) return refuse("APPROVAL_GIVEN", {});
  const given = await give(ctx, version, group, memberId);
  const done = given >= group.approvals;
  if (done) await complete(ctx, version, group);
  const next = done ? openGroup(groups.filter((one) => one.position > group.position)) : null;
  const last = done && next === null;
  await moveOffer(
    ctx,
    version,
    "approve",
    last ? { state: "approved", approvedAt: ctx.clock } : { state: "pending" },
    {
      candidateId: loaded.row.candidateId,
      audit: {
        amountMinor: version.amountMinor,
        currency: version.currency,
        group: group.name,
        approvals: `${given} of ${group.approvals}`,
      },
    },
  );
  if (last) await tellMember(ctx, version.authorId, version.id, "offer.approved");
  for (const one of next?.members ?? []) {
    await tellMember(ctx, one.memberId, version.id, "offer.approvalAsked");
  }
  return offerPageView(ctx, version.id);
}

/** Writes the approval; returns how many the group has by now. */
async function give(
  ctx: CommandCtx,
  version: OfferRow,
  group: GroupState,
  memberId: string,
): Promise<number> {
  const given = await ctx.tx
    .update(offerApprover)
    .set({ approvedAt: ctx.clock })
    .where(
      and(
        eq(offerApprover.orgId, ctx.org.id),
        eq(offerApprover.offerId, version.id),
        eq(offerApprover.round, version.approvalRound),
        eq(offerApprover.position, group.position),
        eq(offerApprover.memberId, memberId),
        isNull(offerApprover.approvedAt),
        isNull(offerApprover.replacedAt),
      ),
    )
    .returning({ memberId: offerApprover.memberId });
  if (given.length === 0) refuse("APPROVAL_GIVEN", {});
  return group.members.filter((one) => one.approvedAt !== null).length + 1;
}

async function complete(ctx: CommandCtx, version: OfferRow, group: GroupState): Promise<void> {
  const completed = await ctx.tx
    .update(offerGroup)
    .set({ completedAt: ctx.clock })
    .where(
      and(
        eq(offerGroup.orgId, ctx.org.id),
        eq(offerGroup.offerId, version.id),
        eq(offerGroup.round, version.approvalRound),
        eq(offerGroup.position, group.position),
        isNull(offerGroup.completedAt),
      ),
    )
    .returning({ position: offerGroup.position });
  if (completed.length === 0) refuse("APPROVAL_GIVEN", {});
}

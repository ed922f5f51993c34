import { offerApprover } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { flowVersionOf } from "../approval/access.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { openGroup, whyNotInPlace, whyNotReplace } from "./approval-rules.ts";
import { fitMembers, requireApprover } from "./approvers.ts";
import { lockOffer } from "./facts.ts";
import type { ReplaceApproverInput } from "./pay-schemas.ts";
import { whyNotFrom } from "./rules.ts";
import type { OfferPageView } from "./schemas.ts";
import { tellMember } from "./tell.ts";
import { offerPageView } from "./view.ts";

/**
 * Somebody approves in place of who may no more, being disabled or kept away by a law: the stand-in
 * whom the flow names, or where there is none anybody who may.
 */
export async function replaceOfferApprover(
  ctx: CommandCtx,
  input: z.infer<typeof ReplaceApproverInput>,
): Promise<OfferPageView> {
  const { memberId, byMemberId } = input;
  const { loaded, version, facts } = await lockOffer(ctx, input.offerId);
  const { candidateId } = loaded.row;
  refuseIf(whyNotFrom(version.state, "approve"));
  const fit = await fitMembers(ctx, candidateId, version.authorId);
  refuseIf(whyNotReplace(facts.groups, memberId, fit.has(memberId)));
  await requireApprover(ctx, candidateId, byMemberId, version.authorId);
  const groups = facts.groups.filter(
    (group) => group.completedAt === null && group.members.some((one) => one.memberId === memberId),
  );
  for (const group of groups) {
    const flow = group.flowId === null ? null : await flowVersionOf(ctx, group.flowId);
    const named = flow?.groups
      .flatMap((one) => (one.name === group.name ? one.members : []))
      .find((one) => one.memberId === memberId)?.standInId;
    const standIn = named === undefined || named === null ? undefined : fit.get(named);
    refuseIf(whyNotInPlace(byMemberId, { ...group, standIn: standIn ?? null }));
    const at = {
      orgId: ctx.org.id,
      offerId: version.id,
      round: version.approvalRound,
      position: group.position,
    };
    await ctx.tx
      .update(offerApprover)
      .set({ replacedAt: ctx.clock })
      .where(
        and(
          eq(offerApprover.orgId, at.orgId),
          eq(offerApprover.offerId, at.offerId),
          eq(offerApprover.round, at.round),
          eq(offerApprover.position, at.position),
          eq(offerApprover.memberId, memberId),
          isNull(offerApprover.approvedAt),
        ),
      );
    await ctx.tx
      .insert(offerApprover)
      .values({ ...at, memberId: byMemberId, insteadOf: memberId, approvedAt: null });
  }
  ctx.audit({
    subject: { kind: "offer", id: version.id },
    before: { approver: memberId },
    after: { approver: byMemberId, reason: input.reason },
    candidateId,
  });
  if (groups.some((one) => one.position === openGroup(facts.groups)?.position)) {
    await tellMember(ctx, byMemberId, version.id, "offer.approvalAsked");
  }
  return offerPageView(ctx, version.id);
}

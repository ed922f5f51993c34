import { application, offer, opening, relation, requisitionApprover } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { groupInTurn, isApproved } from "../approval/groups.ts";
import { whyNotAsRead } from "../approval/rules.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { lockRequisition, moveRequisition } from "./access.ts";
import { groupsOf } from "./groups.ts";
import { whyNotApprove } from "./rules.ts";
import type { ApproveRequisitionInput, RequisitionView } from "./schemas.ts";
import { addSeats, isTaken, type RequisitionRow, settleRequisition } from "./seats.ts";
import { tellInTurn, tellMembers } from "./tell.ts";
import { requisitionView } from "./view.ts";
import { whyNotImpartial } from "../may.ts";

/**
 * One approval of those that are asked for, one group after the other, never by the author. With
 * the last of them pending → approved: the seats that no offer took yet are open on the job.
 */
export async function approveRequisition(
  ctx: CommandCtx,
  input: z.infer<typeof ApproveRequisitionInput>,
): Promise<RequisitionView> {
  const { memberId } = requireMember(ctx);
  const { loaded, facts } = await lockRequisition(ctx, input.requisitionId);
  const { row, openings } = loaded;
  refuseIf(whyNotApprove(facts));
  refuseIf(whyNotAsRead(input.round, row.approvalRound));
  await refuseConflicts(ctx, row.id, memberId);
  const position = groupInTurn(loaded.groups);
  if (position === null) throw new Error(`The requisition ${row.id} is pending without a group.`);
  const group = loaded.groups[position]?.name ?? "";
  await ctx.tx
    .update(requisitionApprover)
    .set({ approvedAt: ctx.clock })
    .where(
      and(
        eq(requisitionApprover.orgId, ctx.org.id),
        eq(requisitionApprover.requisitionId, row.id),
        eq(requisitionApprover.round, row.approvalRound),
        eq(requisitionApprover.position, position),
        eq(requisitionApprover.memberId, memberId),
        isNull(requisitionApprover.approvedAt),
      ),
    );
  const groups = await groupsOf(ctx, row);
  if (!isApproved(groups)) {
    await moveRequisition(ctx, row, "approve", { state: "pending" }, { group });
    if (groupInTurn(groups) !== position) await tellInTurn(ctx, row.id, groups);
    return requisitionView(ctx, row.id);
  }
  const seats = row.seats - openings.filter(isTaken).length;
  await moveRequisition(
    ctx,
    row,
    "approve",
    { state: "approved", approvedAt: ctx.clock },
    { group, opened: row.jobId === null ? 0 : seats },
  );
  await openSeats(ctx, row, seats);
  await tellMembers(ctx, "requisition.approved", [row.authorId], row.id);
  return requisitionView(ctx, row.id);
}

/** – → open: what of a requisition no offer took; without a job they wait for one. */
async function openSeats(ctx: CommandCtx, row: RequisitionRow, seats: number): Promise<void> {
  if (row.jobId === null) return;
  await addSeats(ctx, row.jobId, seats, { state: "open", requisitionId: row.id });
  await settleRequisition(ctx, row.id);
}

/** Law 7, for every offer that rests on the requisition, not only the one that it was raised for. */
async function refuseConflicts(
  ctx: CommandCtx,
  requisitionId: string,
  memberId: string,
): Promise<void> {
  const [found] = await ctx.tx
    .select({ kind: relation.kind })
    .from(opening)
    .innerJoin(offer, and(eq(offer.orgId, opening.orgId), eq(offer.id, opening.offerId)))
    .innerJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .innerJoin(
      relation,
      and(
        eq(relation.orgId, application.orgId),
        eq(relation.candidateId, application.candidateId),
        eq(relation.memberId, memberId),
      ),
    )
    .where(and(eq(opening.orgId, ctx.org.id), eq(opening.requisitionId, requisitionId)))
    .limit(1);
  refuseIf(whyNotImpartial(found ?? null));
}

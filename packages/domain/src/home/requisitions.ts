import { application, member, offer, requisition, requisitionApprover } from "@rubric/db/schema";
import { and, asc, eq, gt, inArray, or } from "drizzle-orm";
import { approvalHindrance } from "../approval/groups.ts";
import type { ReadCtx } from "../context.ts";
import { groupsOfMany } from "../requisition/groups.ts";
import { sealsOf } from "../scorecard/seal-facts.ts";
import { toInstant } from "../wire.ts";
import type { HomeView } from "./schemas.ts";

/**
 * Requisitions whose approval is the reader's turn, and their own that came back; none of a job to
 * which they apply themselves (law 7), none of an offer that is sealed to them (law 1).
 */
export async function requisitionsWaiting(
  ctx: Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "subject">,
  memberId: string,
  appliedTo: readonly string[],
): Promise<HomeView["requisitions"]> {
  const named = await ctx.read
    .selectDistinct({ id: requisitionApprover.requisitionId })
    .from(requisitionApprover)
    .where(
      and(eq(requisitionApprover.orgId, ctx.org.id), eq(requisitionApprover.memberId, memberId)),
    );
  const asked = named.map(({ id }) => id);
  const rows = await ctx.read
    .select({ row: requisition, author: member.name, candidateId: application.candidateId })
    .from(requisition)
    .innerJoin(
      member,
      and(eq(member.orgId, requisition.orgId), eq(member.id, requisition.authorId)),
    )
    .leftJoin(offer, and(eq(offer.orgId, requisition.orgId), eq(offer.id, requisition.offerId)))
    .leftJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .where(
      and(
        eq(requisition.orgId, ctx.org.id),
        or(
          and(eq(requisition.state, "pending"), inArray(requisition.id, asked)),
          and(
            eq(requisition.state, "draft"),
            eq(requisition.authorId, memberId),
            gt(requisition.approvalRound, 1),
          ),
        ),
      ),
    )
    .orderBy(asc(requisition.requestedAt), asc(requisition.id));
  const groups = await groupsOfMany(
    ctx,
    rows.map(({ row }) => row),
  );
  const seals = await sealsOf(
    ctx,
    rows.flatMap((one) => (one.candidateId === null ? [] : [one.candidateId])),
  );
  return rows.flatMap(({ row, author, candidateId }) => {
    if (row.jobId !== null && appliedTo.includes(row.jobId)) return [];
    if (candidateId !== null && seals(candidateId).blind !== null) return [];
    const pending = row.state === "pending";
    if (pending && approvalHindrance(groups.get(row.id) ?? [], memberId) !== null) return [];
    return [
      {
        requisitionId: row.id,
        number: row.number,
        title: row.title,
        author,
        kind: pending ? ("approve" as const) : ("sent_back" as const),
        since: toInstant(row.requestedAt ?? row.createdAt),
      },
    ];
  });
}

import { requisitionApprover, requisitionGroup } from "@rubric/db/schema";
import { and, asc, eq, or } from "drizzle-orm";
import type { ApprovalGroup } from "../approval/groups.ts";
import type { CommandCtx, ReadCtx } from "../context.ts";
import type { NamedGroup } from "./approvers.ts";
import type { RequisitionRow } from "./seats.ts";

type Rounded = Pick<RequisitionRow, "id" | "approvalRound">;

/** The groups of a requisition as its approval was last asked for, in order. */
export async function groupsOf(
  ctx: Pick<ReadCtx, "read" | "org">,
  row: Rounded,
): Promise<ApprovalGroup[]> {
  return (await groupsOfMany(ctx, [row])).get(row.id) ?? [];
}

/** The same for many, by requisition. */
export async function groupsOfMany(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  rows: readonly Rounded[],
): Promise<ReadonlyMap<string, ApprovalGroup[]>> {
  if (rows.length === 0) return new Map();
  const found = await read
    .select({
      requisitionId: requisitionGroup.requisitionId,
      position: requisitionGroup.position,
      round: requisitionGroup.round,
      name: requisitionGroup.name,
      approvals: requisitionGroup.approvals,
      memberId: requisitionApprover.memberId,
      approvedAt: requisitionApprover.approvedAt,
    })
    .from(requisitionGroup)
    .innerJoin(
      requisitionApprover,
      and(
        eq(requisitionApprover.orgId, requisitionGroup.orgId),
        eq(requisitionApprover.requisitionId, requisitionGroup.requisitionId),
        eq(requisitionApprover.round, requisitionGroup.round),
        eq(requisitionApprover.position, requisitionGroup.position),
      ),
    )
    .where(
      and(
        eq(requisitionGroup.orgId, org.id),
        or(
          ...rows.map(({ id, approvalRound }) =>
            and(eq(requisitionGroup.requisitionId, id), eq(requisitionGroup.round, approvalRound)),
          ),
        ),
      ),
    )
    .orderBy(asc(requisitionGroup.position), asc(requisitionApprover.memberId));
  const groups = new Map<string, ApprovalGroup[]>();
  for (const [id, ofOne] of Map.groupBy(found, (one) => one.requisitionId)) {
    const byPosition = Map.groupBy(ofOne, (one) => one.position);
    groups.set(
      id,
      [...byPosition.values()].map((members) => ({
        name: members[0]?.name ?? "",
        approvals: members[0]?.approvals ?? 0,
        members: members.map(({ memberId, approvedAt }) => ({ memberId, approvedAt })),
      })),
    );
  }
  return groups;
}

/** Writes the groups of the requisition's round in place of those that it had. */
export async function writeGroups(
  ctx: Pick<CommandCtx, "tx" | "org">,
  { id: requisitionId, approvalRound: round }: Rounded,
  groups: readonly NamedGroup[],
): Promise<void> {
  const orgId = ctx.org.id;
  for (const table of [requisitionApprover, requisitionGroup]) {
    await ctx.tx
      .delete(table)
      .where(
        and(eq(table.orgId, orgId), eq(table.requisitionId, requisitionId), eq(table.round, round)),
      );
  }
  if (groups.length === 0) return;
  const of = { orgId, requisitionId, round };
  await ctx.tx
    .insert(requisitionGroup)
    .values(groups.map(({ name, approvals }, position) => ({ ...of, position, name, approvals })));
  await ctx.tx
    .insert(requisitionApprover)
    .values(
      groups.flatMap(({ memberIds }, position) =>
        memberIds.map((memberId) => ({ ...of, position, memberId })),
      ),
    );
}

/** A group of an approval: so many of its members approve; a date says when one did. */
export type ApprovalGroup = {
  name: string;
  approvals: number;
  members: readonly { memberId: string; approvedAt: Date | null }[];
};

/** How many approvals of a group are in. */
function approvalsIn(group: ApprovalGroup): number {
  return group.members.filter((one) => one.approvedAt !== null).length;
}

/** The group that is asked now: they are asked one after the other; null once all have approved. */
export function groupInTurn(groups: readonly ApprovalGroup[]): number | null {
  const turn = groups.findIndex((group) => approvalsIn(group) < group.approvals);
  return turn === -1 ? null : turn;
}

/** Whether everything that was asked for is approved; of nobody nothing is. */
export function isApproved(groups: readonly ApprovalGroup[]): boolean {
  return groups.length > 0 && groupInTurn(groups) === null;
}

/** What keeps a member's approval from counting now; null: it counts. */
export function approvalHindrance(
  groups: readonly ApprovalGroup[],
  memberId: string,
): "not_named" | "approved" | "not_in_turn" | null {
  const turn = groupInTurn(groups);
  const mine = groups.flatMap((group, index) =>
    group.members
      .filter((one) => one.memberId === memberId)
      .map(({ approvedAt }) => ({ index, approvedAt })),
  );
  if (mine.length === 0) return "not_named";
  const now = mine.find((one) => one.index === turn);
  if (now !== undefined) return now.approvedAt === null ? null : "approved";
  return mine.every((one) => one.approvedAt !== null) ? "approved" : "not_in_turn";
}

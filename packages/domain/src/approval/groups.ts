/** A group of an approval: so many of its members approve; a date says when one did. */
export type ApprovalGroup = {
  name: string;
  approvals: number;
  /** Who was replaced is asked no more. */
  members: readonly { memberId: string; approvedAt: Date | null; replacedAt?: Date | null }[];
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

/** Whether a member is asked in a group. */
function isAskedIn(group: ApprovalGroup, memberId: string): boolean {
  return group.members.some(
    (one) => one.memberId === memberId && (one.replacedAt ?? null) === null,
  );
}

/** What keeps a member's approval from counting now; null: it counts. */
export function approvalHindrance(
  groups: readonly ApprovalGroup[],
  memberId: string,
): "not_named" | "approved" | "not_in_turn" | null {
  const turn = groupInTurn(groups) ?? groups.length;
  const approvedIn = (group: ApprovalGroup) =>
    group.members.some((one) => one.memberId === memberId && one.approvedAt !== null);
  const now = groups[turn];
  if (now !== undefined && isAskedIn(now, memberId)) return approvedIn(now) ? "approved" : null;
  if (groups.slice(turn + 1).some((group) => isAskedIn(group, memberId))) return "not_in_turn";
  return groups.some(approvedIn) ? "approved" : "not_named";
}

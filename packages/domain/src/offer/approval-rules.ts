import { approvalHindrance, type ApprovalGroup, groupInTurn } from "../approval/groups.ts";
import { deny, type Denial } from "../errors.ts";

/** A group that an offer's approval is asked of, in the round that runs. */
export type GroupState = Omit<ApprovalGroup, "members"> & {
  position: number;
  exception: boolean;
  flowId: string | null;
  completedAt: Date | null;
  members: readonly {
    memberId: string;
    insteadOf: string | null;
    approvedAt: Date | null;
    replacedAt: Date | null;
  }[];
};

/** The group whose turn it is; null: each is done, or none was asked. */
export function openGroup(groups: readonly GroupState[]): GroupState | null {
  return groups[groupInTurn(groups) ?? groups.length] ?? null;
}

/** Everybody who approves in any of the groups; who was replaced does no more. */
export function approversOf(groups: readonly GroupState[], named: string): string[] {
  if (groups.length === 0) return [named];
  const all = groups.flatMap((one) => one.members.filter((each) => each.replacedAt === null));
  return [...new Set(all.map((each) => each.memberId))];
}

/** Whose approval the open group waits for. */
export function awaited(groups: readonly GroupState[], named: string): string[] {
  if (groups.length === 0) return [named];
  return (openGroup(groups)?.members ?? [])
    .filter((one) => one.approvedAt === null && one.replacedAt === null)
    .map((one) => one.memberId);
}

/** One approves in the open group, once; the groups are asked one after the other (law 8). */
export function whyNotTheirTurn(
  groups: readonly GroupState[],
  actorId: string | null,
): Denial | null {
  const open = openGroup(groups);
  if (open === null) return null;
  switch (approvalHindrance(groups, actorId ?? "")) {
    case null:
      return null;
    case "approved":
      return deny("APPROVAL_GIVEN", {});
    case "not_in_turn":
      return deny("APPROVAL_NOT_YET", { group: open.name });
    case "not_named":
      return deny("FORBIDDEN", {});
  }
}

/** Somebody is replaced where they did not approve yet and may do so no more. */
export function whyNotReplace(
  groups: readonly GroupState[],
  memberId: string,
  fit: boolean,
): Denial | null {
  const open = groups.find(
    (group) =>
      group.completedAt === null &&
      group.members.some(
        (one) => one.memberId === memberId && one.approvedAt === null && one.replacedAt === null,
      ),
  );
  if (open === undefined) return deny("APPROVER_NOT_ASKED", {});
  return fit ? deny("APPROVER_FIT", {}) : null;
}

/** Each group has at least as many who may approve as it needs approvals. */
export function whyNotGroups(
  groups: readonly { name: string; approvals: number; members: readonly unknown[] }[],
): Denial | null {
  const short = groups.find((group) => group.members.length < group.approvals);
  if (short === undefined) return null;
  const { name: group, approvals: needed, members } = short;
  return deny("APPROVAL_SHORT", { group, needed, fit: members.length });
}

/** In place of somebody comes the stand-in whom the flow names, and nobody who is asked already. */
export function whyNotInPlace(
  byMemberId: string,
  group: {
    standIn: { id: string; name: string } | null;
    members: readonly { memberId: string }[];
  },
): Denial | null {
  const { standIn, members } = group;
  if (standIn !== null && standIn.id !== byMemberId) {
    return deny("APPROVER_STAND_IN", { name: standIn.name });
  }
  return members.some((one) => one.memberId === byMemberId)
    ? deny("APPROVER_UNFIT", { why: "asked" })
    : null;
}

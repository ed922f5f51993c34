import type { FlowView } from "@rubric/domain/approval/schemas";

export type GroupDraft = {
  name: string;
  approvals: number;
  members: { memberId: string; standInId: string | null }[];
};

export const EMPTY_GROUP: GroupDraft = { name: "", approvals: 1, members: [] };

/** What a form of a flow begins with: the groups of a version; one empty group where there is none. */
export function draftOf(
  version: Pick<FlowView["versions"][number], "groups"> | undefined,
): GroupDraft[] {
  if (version === undefined) return [EMPTY_GROUP];
  return version.groups.map(({ name, approvals, members }) => ({
    name,
    approvals,
    members: members.map(({ member, standIn }) => ({
      memberId: member.id,
      standInId: standIn?.id ?? null,
    })),
  }));
}

/** What a flow still lacks before it can be saved, as a sentence; null: nothing. */
export function lacksInFlow(groups: readonly GroupDraft[], reason: string): string | null {
  if (groups.some((one) => one.name.trim() === "" || one.members.length === 0)) {
    return "Give each group a name and members.";
  }
  if (groups.some((one) => one.approvals > one.members.length)) {
    return "A group needs at least as many members as approvals.";
  }
  return reason.trim().length < 3 ? "Say why." : null;
}

/** Which flow a job's offers take: its own, the organization's, or none but whom the offer names. */
export function flowOfJob<V extends { groups: readonly unknown[] }>(view: {
  versions: readonly V[];
  organization: V | null;
}): { by: "job" | "organization"; version: V } | { by: "offer"; version: null } {
  const [own] = view.versions;
  if (own !== undefined && own.groups.length > 0) return { by: "job", version: own };
  const { organization } = view;
  if (organization !== null && organization.groups.length > 0) {
    return { by: "organization", version: organization };
  }
  return { by: "offer", version: null };
}

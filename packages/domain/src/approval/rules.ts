import { deny, type Denial } from "../errors.ts";

type Group = {
  name: string;
  approvals: number;
  members: readonly { memberId: string; standInId: string | null }[];
};

/** Law 8: each group of a flow can be completed, by members who may approve, each named once. */
export function whyNotFlow(groups: readonly Group[], fit: ReadonlySet<string>): Denial | null {
  for (const { name, approvals, members } of groups) {
    if (approvals > members.length) return deny("FLOW_SHORT", { group: name });
    const named = members.map((one) => one.memberId);
    const standIns = members.flatMap((one) => one.standInId ?? []);
    const twice = new Set(named).size < named.length;
    const own = members.some((one) => one.memberId === one.standInId);
    if (twice || own || [...named, ...standIns].some((id) => !fit.has(id))) {
      return deny("FLOW_MEMBER", { group: name });
    }
  }
  return null;
}

/** Law 15: approved or changed is what was read, where the caller says which turn of it that was. */
export function whyNotAsRead(read: number | undefined, now: number): Denial | null {
  return read === undefined || read === now ? null : deny("CHANGED_SINCE_READ", {});
}

/** A flow is written over the version that its author has seen. */
export function whyNotWriteFlow(seen: number, now: number): Denial | null {
  return seen === now ? null : deny("FLOW_CHANGED", {});
}

import type { Role } from "../duties.ts";
import { deny, type Denial } from "../errors.ts";
import type { Limits } from "../limits.ts";

type Admins = { memberId: string; roles: readonly string[]; state: string };

/** The first organization is open to anyone; further ones where the process allows it. */
export function whyNotSignUp(any: boolean, limits: Pick<Limits, "signUp">): Denial | null {
  return any && !limits.signUp ? deny("SIGN_UP_CLOSED", {}) : null;
}

/** An organization keeps at least one active admin. */
export function whyNotLeaveAdmins(
  members: readonly Admins[],
  memberId: string,
  next: { roles: readonly Role[]; state: string },
): Denial | null {
  const left = members.filter((one) =>
    one.memberId === memberId
      ? next.state === "active" && next.roles.includes("admin")
      : one.state === "active" && one.roles.includes("admin"),
  );
  return left.length > 0 ? null : deny("LAST_ADMIN", {});
}

/** Who the admins are is asked again under the lock: a rival may just have changed it. */
export function whyNotAdmin(
  self: { roles: readonly string[]; state: string } | undefined,
): Denial | null {
  const admin = self?.state === "active" && self.roles.includes("admin");
  return admin ? null : deny("FORBIDDEN", {});
}

/** A member changes from one state to another only where the first is what it is now. */
export function whyNotFrom(state: string, ...wanted: readonly string[]): Denial | null {
  return wanted.includes(state) ? null : deny("MEMBER_STATE", { state });
}

/** A manager is an active person, and nobody manages who manages them, over however many steps. */
export function whyNotManager(
  members: readonly {
    id: string;
    kind: string;
    state: string;
    managerId: string | null;
  }[],
  memberId: string,
  managerId: string,
): Denial | null {
  const byId = new Map(members.map((one) => [one.id, one]));
  const manager = byId.get(managerId);
  if (manager === undefined || manager.kind !== "person" || manager.state !== "active") {
    return deny("MANAGER_INACTIVE", {});
  }
  const above = new Set<string>();
  for (let at: string | null = managerId; at !== null && !above.has(at);) {
    above.add(at);
    at = byId.get(at)?.managerId ?? null;
  }
  return above.has(memberId) ? deny("MANAGER_CIRCLE", {}) : null;
}

/** Only whom an application hired is invited by it. */
export function whyNotInviteHired(application: string): Denial | null {
  return application === "hired" ? null : deny("NOT_HIRED", {});
}

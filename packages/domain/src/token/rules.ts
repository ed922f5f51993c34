import type { Actor } from "../context.ts";
import { DUTIES, type Duty, ROLES } from "../duties.ts";
import { deny, type Denial } from "../errors.ts";
import {
  isForPeople,
  isOfGrowth,
  isPermission,
  type Permission,
  PERMISSIONS,
  permissionRow,
} from "../permissions.ts";

/** For how many days a token may be good. */
export const TOKEN_DAYS = { least: 7, most: 365, usual: 90 } as const;

/** Open tokens that one member may have. */
export const MOST_TOKENS = 50;

/**
 * What no token does though its member may: whatever makes or widens access. A token that leaked
 * could otherwise make access that outlives it.
 */
const IN_THE_BROWSER: readonly Permission[] = [
  "token.list",
  "token.create",
  "token.revoke",
  "token.revokeAll",
  "organization.invite",
  "organization.resendInvitation",
  "organization.setRoles",
  "organization.setManager",
  "organization.inviteHired",
  "organization.enableMember",
  "organization.addService",
  "webhook.create",
  "webhook.update",
  "webhook.enable",
  "webhook.rotateSecret",
];

/** Law 1: figures that no program carries to where deciders read. */
const FOR_EYES: readonly Permission[] = ["fairness.show", "insight.show", "round.showRaters"];

/** What any token may call, without being given it: it says what the token is. */
const WITHOUT_SCOPE: readonly Permission[] = ["identity.me"];

const ALL = Object.keys(PERMISSIONS).filter(isPermission);

/** Law 1: nobody's growth is read or written by a program, not even by their own. */
const OF_GROWTH = ALL.filter(isOfGrowth);

const NEVER_BY_TOKEN = [...IN_THE_BROWSER, ...FOR_EYES, ...OF_GROWTH];

const MEMBERS: readonly Duty[] = [...ROLES, ...DUTIES, "member"];

/** Duties that a role alone gives: nobody names a service account for anything on a job. */
const BY_ROLE: readonly Duty[] = [...ROLES, "other_recruiter", "member"];

/**
 * The scopes that a personal token may be given: what members do in their organization. Left out is
 * what belongs to an account in its browser (sessions, password, organizations), to candidates, to
 * anyone, and to the worker.
 */
export const PERSONAL_SCOPES: readonly Permission[] = ALL.filter((name) => {
  const { on, to } = permissionRow(name);
  return (
    on !== "instance" && to.some((duty) => MEMBERS.includes(duty)) && !NEVER_BY_TOKEN.includes(name)
  );
});

/** The scopes that a service account's token may be given. */
export const SERVICE_SCOPES: readonly Permission[] = PERSONAL_SCOPES.filter(
  (name) => !isForPeople(name) && permissionRow(name).to.some((duty) => BY_ROLE.includes(duty)),
);

const READS = /\.(list|show|search|board|compare|verify|pick|preview|readFile|export)/;

/** The scopes that change nothing. */
export const READ_SCOPES: readonly Permission[] = PERSONAL_SCOPES.filter((name) =>
  READS.test(name),
);

/** Why a token may not call this, whatever its member's duties: not in its scopes, or in nobody's. */
export function whyNotByToken(scopes: readonly string[], permission: Permission): Denial | null {
  if (WITHOUT_SCOPE.includes(permission)) return null;
  if (!PERSONAL_SCOPES.includes(permission)) return deny("NOT_FOR_TOKENS", {});
  return scopes.includes(permission) ? null : deny("SCOPE_MISSING", { scope: permission });
}

/** Why an actor never does this, by what they are: a token without the scope, a service account. */
export function whyNotAs(actor: Actor, permission: Permission): Denial | null {
  if (actor.kind !== "member") return null;
  const denial = actor.token === undefined ? null : whyNotByToken(actor.token.scopes, permission);
  if (denial !== null) return denial;
  return actor.accountId === null && isForPeople(permission) ? deny("PEOPLE_ONLY", {}) : null;
}

/** Which of these a service account's token may not be given, as a refusal. */
export function whyNotServiceScopes(scopes: readonly Permission[]): Denial | null {
  const wrong = scopes.filter((scope) => !SERVICE_SCOPES.includes(scope));
  return wrong.length === 0 ? null : deny("TOKEN_SCOPE_PEOPLE", { scopes: wrong });
}

/** Where a token stands at an instant. */
export function tokenState(
  token: { expiresAt: Date; revokedAt: Date | null },
  at: Date,
): "open" | "expired" | "revoked" {
  if (token.revokedAt !== null) return "revoked";
  return token.expiresAt > at ? "open" : "expired";
}

/** A member, or a service account, has so many open tokens at most. */
export function whyNotMoreTokens(open: number): Denial | null {
  return open >= MOST_TOKENS ? deny("TOKENS_ENOUGH", { most: MOST_TOKENS }) : null;
}

/** A token is revoked once. */
export function whyNotRevoke(token: { revoked: boolean }): Denial | null {
  return token.revoked ? deny("TOKEN_ENDED", {}) : null;
}

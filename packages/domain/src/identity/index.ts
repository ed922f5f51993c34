export { acceptInvitation } from "./accept-invitation.ts";
export {
  actingBy,
  memberOfTokenElsewhere,
  type OpenToken,
  requireOpenToken,
  useToken,
} from "./access-tokens.ts";
export { findOrganization, isRole } from "./access.ts";
export { changePassword } from "./change-password.ts";
export {
  DEMO_ACCOUNTS,
  DEMO_HIRED,
  DEMO_ORGANIZATION,
  DEMO_PASSWORD,
  DEMO_STAFF,
  type DemoAccount,
} from "./demo-accounts.ts";
export { endOtherSessions } from "./end-other-sessions.ts";
export { endSession } from "./end-session.ts";
export { type Callers, keepCallers, type KeptCallers, lookUpCallers } from "./keep-callers.ts";
export { findLink, mintLink } from "./links.ts";
export { listSessions } from "./list-sessions.ts";
export { allOrganizations, deleteExpired, organizationById } from "./lookups.ts";
export { showMe } from "./me.ts";
export { hashPassword } from "./passwords.ts";
export { requestReset } from "./request-reset.ts";
export { resetPassword } from "./reset-password.ts";
export { recordSecurityEvent } from "./security-events.ts";
export { sessions, type ValidSession } from "./sessions.ts";
export { showInvitation } from "./show-invitation.ts";
export { signIn } from "./sign-in.ts";
export { signOut } from "./sign-out.ts";
export { newToken, tokenHash } from "./tokens.ts";

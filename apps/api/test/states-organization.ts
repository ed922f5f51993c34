import { of } from "./states-of.ts";
import type { Row } from "./states.ts";

const WEBHOOKS =
  "list create update enable disable rotateSecret remove ping listDeliveries showDelivery replay replayFailed";

/** The organization itself, its people, their tokens, and what they look at first. */
export const ORGANIZATION_ROWS: readonly Row[] = [
  {
    row: "members, roles, settings",
    cells: "yes no no no no no no no no",
    calls: [
      ...of("organization", "show updateSettings listMembers invite resendInvitation setRoles"),
      ...of("organization", "disableMember enableMember addService"),
      ...of("webhook", WEBHOOKS),
    ],
  },
  {
    row: "one's own access tokens (admin: all of the organization)",
    cells: "yes yes yes yes yes yes yes no yes",
    calls: ["token.list", "token.create", "token.revoke", "token.revokeAll"],
  },
  {
    row: "read, verify audit",
    cells: "yes no no no no no yes no no",
    calls: ["audit.list", "audit.verify"],
  },
  {
    row: "choose a colleague by name: whoever works with frameworks, jobs or interviews",
    cells: "yes yes yes yes yes yes no no yes",
    calls: ["organization.pickMembers"],
  },
  {
    row: "what waits for me",
    cells: "yes yes yes yes yes yes yes no yes",
    calls: ["home.show"],
  },
];

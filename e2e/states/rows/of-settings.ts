import { button, failed, field, link, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare, full, usual } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** Who belongs to the organization, what programs may do, and what they are told. */
export const ofSettings: readonly Row[] = [
  {
    route: "o/[org]/settings",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings`,
    shows: /^Settings$/,
    primary: field("Privacy notice"),
    states: {
      ...worked,
      empty: never("Each organization begins with a notice and a time zone."),
      full: never("It is a form and lists nothing."),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never("Whoever saves last settles it."),
    },
  },
  {
    route: "o/[org]/settings/members",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/members`,
    shows: /^Members$/,
    primary: button("Invite someone"),
    states: {
      ...worked,
      empty: never("An organization has at least the member who created it."),
      full: visit(full, (full) => `/o/${full.slug}/settings/members`, button("Show more")),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/settings/tokens",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/tokens`,
    shows: /^Access tokens$/,
    primary: button("Make a token"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/settings/tokens`, /There are no tokens yet/, {
        by: "coordinator",
      }),
      full: never("A member has at most fifty."),
      error: failed,
      notAllowed: never("Each member has their own."),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/settings/webhooks",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/webhooks`,
    shows: /^Webhooks$/,
    primary: button("Add an endpoint"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/settings/webhooks`, /No endpoint yet/),
      full: never("An organization has at most 20 endpoints, all on one page."),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/settings/webhooks/[endpointId]",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/webhooks/${busy.endpointId}`,
    shows: /^Deliveries$/,
    primary: button("Send a test"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/settings/webhooks/${busy.unsentId}`,
        /Nothing was sent yet/,
      ),
      full: visit(
        full,
        (full) => `/o/${full.slug}/settings/webhooks/${full.endpointId}`,
        link("Older deliveries"),
      ),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/settings/webhooks/[endpointId]/[deliveryId]",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/webhooks/${busy.endpointId}/${busy.deliveryId}`,
    shows: /^Job opened$/,
    primary: button("Send anew"),
    states: {
      ...worked,
      empty: never("Before its first attempt it says so, for a second."),
      full: never("It is one delivery with nine attempts at most until it is sent anew."),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never(READ_AGAIN),
    },
  },
];

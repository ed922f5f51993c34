import { button, failed, field, link, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare, full, usual } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** Settings, members, the audit trail, and one's own account. */
export const ofTheOrganization: readonly Row[] = [
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
    route: "o/[org]/settings/policies",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/policies`,
    shows: /^Policies$/,
    primary: button("Draft a policy"),
    states: {
      ...worked,
      empty: never("Each rule stands there with its standard."),
      full: never("It lists rules, and their policies by segment."),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/settings/rules",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/rules`,
    shows: /^Rules$/,
    primary: field("Search rules, commands, refusals, laws"),
    states: {
      ...worked,
      empty: never("The code has its rules whatever an organization does."),
      full: never("It lists what the code has, however full an organization is."),
      error: failed,
      notAllowed: never("Everybody may read what one may be refused by."),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/settings/policies/[versionId]",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/policies/${busy.triedId}`,
    shows: /^What would change$/,
    primary: button("Why, in full"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/settings/policies/${busy.triedId}?from=shadow`,
        /No decision would have come out differently/,
      ),
      full: visit(
        full,
        (full) => `/o/${full.slug}/settings/policies/${full.triedId}`,
        link("Older decisions"),
      ),
      error: failed,
      notAllowed: shutTo("recruiter"),
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
  {
    route: "o/[org]/audit",
    by: "auditor",
    path: (busy) => `/o/${busy.slug}/audit`,
    shows: /^Audit$/,
    primary: button("Verify again"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/audit?action=offer.fellThrough`,
        /No entry fits/,
      ),
      full: visit(
        usual,
        (busy) => `/o/${busy.slug}/audit`,
        (page) => page.getByRole("link", { name: "Older entries" }),
      ),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never("Entries never change; newer ones are read again when one comes back to it."),
    },
  },
  {
    route: "o/[org]/api",
    by: "first",
    path: (busy) => `/o/${busy.slug}/api`,
    shows: /^API reference$/,
    primary: field("Find a procedure"),
    states: {
      ...worked,
      empty: visit(usual, (busy) => `/o/${busy.slug}/api`, /No procedure fits/, {
        act: (page) => page.getByLabel("Find a procedure").fill("nothing of the kind"),
      }),
      full: never("There are as many procedures as there are."),
      error: failed,
      notAllowed: never(
        "The reference says what there is; what one may do is asked when it is called.",
      ),
      stale: never("It is of the server that answers."),
    },
  },
  {
    route: "o/[org]/api/[procedure]",
    by: "first",
    path: (busy) => `/o/${busy.slug}/api/job.show`,
    shows: /^job\.show$/,
    primary: button("Run it"),
    states: {
      ...worked,
      empty: visit(usual, (busy) => `/o/${busy.slug}/api/job.nothing`, /There is nothing here/),
      full: visit(usual, (busy) => `/o/${busy.slug}/api/debrief.decide`, /^debrief\.decide$/),
      error: failed,
      notAllowed: visit(usual, (busy) => `/o/${busy.slug}/api/job.close`, /^job\.close$/, {
        act: async (page) => {
          await page.getByRole("button", { name: "Run it…" }).click();
          await page.getByRole("dialog").getByRole("button", { name: "Run it" }).click();
          await page
            .getByRole("alert")
            .getByText(/There is nothing here|do not allow/)
            .waitFor();
        },
      }),
      stale: never("It is of the server that answers."),
    },
  },
  {
    route: "o/[org]/account",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/account`,
    shows: /^Your account$/,
    primary: button("Change the password"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/account`, /^Your account$/, {
        by: "coordinator",
      }),
      full: never("A person is signed in on a handful of devices."),
      error: failed,
      notAllowed: never("It is one's own."),
      stale: never(READ_AGAIN),
    },
  },
];

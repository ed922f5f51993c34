import { button, failed, field, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare, usual } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** The audit trail, the reference of the API, and one's own account. */
export const ofTheOrganization: readonly Row[] = [
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

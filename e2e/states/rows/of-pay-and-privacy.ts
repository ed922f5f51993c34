import { button, dialog, failed, link, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** Pay bands, who approves, how long things are kept, and how groups fare. */
export const ofPayAndPrivacy: readonly Row[] = [
  {
    route: "o/[org]/settings/bands",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/bands`,
    shows: /^Pay bands$/,
    primary: button("Draft a band"),
    states: {
      ...worked,
      empty: visit(
        bare,
        (bare) => `/o/${bare.slug}/settings/bands`,
        /No pay band yet|There is no published framework/,
        { by: "admin" },
      ),
      full: never("There are as many bands as levels and regions."),
      error: failed,
      notAllowed: shutTo("coordinator"),
      stale: never(READ_AGAIN),
    },
    dialogs: [dialog("Draft a band", "Draft a band"), dialog("Import", "Import bands")],
  },
  {
    route: "o/[org]/settings/approvals",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/approvals`,
    shows: /^Approvals$/,
    primary: button("Write a flow"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/settings/approvals`, /No approval flow yet/, {
        by: "admin",
      }),
      full: never("A flow has at most ten groups."),
      error: failed,
      notAllowed: shutTo("coordinator"),
      stale: never("Who saves an older version is refused and told so."),
    },
  },
  {
    route: "o/[org]/settings/retention",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/retention`,
    shows: /^Retention$/,
    primary: button("Set a legal hold on a job"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/settings/retention`, /No legal hold/),
      full: never("It lists regions, forty lines of what is due and a hundred holds at a time."),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never(READ_AGAIN),
    },
    dialogs: [dialog("Set a legal hold on a job", "Set a legal hold on a job")],
  },
  {
    route: "o/[org]/fairness",
    by: "auditor",
    path: (busy) => `/o/${busy.slug}/fairness`,
    shows: /^Adverse impact$/,
    primary: link("The rules behind it"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/fairness`, /No year yet/),
      full: never("A year is a handful of tables, and there is one a year."),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never("A year's figures never change."),
    },
  },
];

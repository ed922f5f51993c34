import { button, dialog, failed, link, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare, full } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** The requisitions that allow to hire, and one of them. */
export const ofRequisitions: readonly Row[] = [
  {
    route: "o/[org]/requisitions",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/requisitions`,
    shows: /^Requisitions$/,
    primary: link("New requisition"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/requisitions`, /No requisitions here/),
      full: visit(full, (full) => `/o/${full.slug}/requisitions`, button("Show more")),
      error: failed,
      notAllowed: shutTo("auditor"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/requisitions/new",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/requisitions/new`,
    shows: /^New requisition$/,
    primary: button("Keep as draft"),
    states: {
      ...worked,
      empty: never("It is a form, and is empty when it opens."),
      full: visit(full, (full) => `/o/${full.slug}/requisitions/new`, /^New requisition$/),
      error: failed,
      notAllowed: shutTo("first", /Requisitions are asked for by/),
      stale: never("What it makes is new."),
    },
  },
  {
    route: "o/[org]/requisitions/[requisitionId]",
    by: "approver",
    path: (busy) => `/o/${busy.slug}/requisitions/${busy.requisitionId}`,
    shows: /Senior Backend Engineer/,
    primary: button("Approve"),
    states: {
      ...worked,
      empty: never("A requisition says what it asks for from the beginning."),
      full: never("A requisition has as many openings as seats."),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: never(READ_AGAIN),
    },
    dialogs: [dialog("Send back", "Send it back")],
  },
];

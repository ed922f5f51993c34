import type { Page } from "@playwright/test";
import { button, dialog, failed, looks, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare, usual } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

const unknown = (page: Page) => page.getByText(/This link has been used/).first();

/** How somebody gets on, the record they take along, and where figures are fetched. */
export const ofProgress: readonly Row[] = [
  {
    route: "o/[org]/growth/[memberId]/progress",
    by: "engineer",
    path: (busy) => `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/progress`,
    shows: /^Check-ins$/,
    primary: button("Save the change"),
    states: {
      ...worked,
      empty: visit(
        bare,
        (bare) => `/o/${bare.slug}/growth/${bare.cast.engineer.memberId}/progress`,
        /No check-in yet/,
      ),
      full: visit(
        usual,
        (busy) => `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/progress`,
        button("Answer"),
        { by: "manager" },
      ),
      error: failed,
      notAllowed: shutTo("admin"),
      stale: never(READ_AGAIN),
    },
    dialogs: [dialog("Enter a figure", "Enter a figure"), dialog("Add evidence", "Add evidence")],
  },
  {
    route: "o/[org]/growth/[memberId]/record",
    by: "engineer",
    path: (busy) => `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/record`,
    shows: /^Your record$/,
    primary: button("Make the record"),
    states: {
      ...worked,
      empty: visit(
        bare,
        (bare) => `/o/${bare.slug}/growth/${bare.cast.engineer.memberId}/record`,
        /^Your record$/,
      ),
      full: visit(
        usual,
        (busy) => `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/record`,
        /^The growth of /,
        { act: async (page) => page.getByRole("button", { name: "Make the record" }).click() },
      ),
      error: failed,
      notAllowed: shutTo("admin"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/settings/sources",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/sources`,
    shows: /^Sources of figures$/,
    primary: button("Add a source"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/settings/sources`, /No source yet/),
      full: never("An organization has at most 20 sources, all on one page."),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never(READ_AGAIN),
    },
    dialogs: [dialog("Add a source", "Add a source")],
  },
  {
    route: "record/[token]",
    by: "nobody",
    path: () => `/record/${"x".repeat(52)}`,
    shows: /^The record of your growth$/,
    primary: button("Fetch my record"),
    states: {
      ...looks,
      loading: never("It asks for nothing before the button is pressed."),
      empty: never("Who leaves and has no record is sent no link."),
      full: never("Its record is the one of the member's own page."),
      error: never("It asks for nothing before the button is pressed."),
      notAllowed: visit(usual, () => `/record/${"x".repeat(52)}`, unknown, {
        act: async (page) => page.getByRole("button", { name: "Fetch my record" }).click(),
      }),
      stale: never(READ_AGAIN),
    },
  },
];

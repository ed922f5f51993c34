import { button, failed, never, shutTo, visit, worked, type Row } from "../state.ts";
import { usual } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** The library of things to do, and the plan that is made from it. */
export const ofGrowthPlans: readonly Row[] = [
  {
    route: "o/[org]/growth/library",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/growth/library`,
    shows: /^Growth library$/,
    primary: button("Import"),
    states: {
      ...worked,
      empty: visit(usual, (busy) => `/o/${busy.slug}/growth/library`, /Nothing matches/, {
        act: (page) => page.getByLabel("Search the library").fill("nobody does this"),
      }),
      full: visit(usual, (busy) => `/o/${busy.slug}/growth/library`, button("Show more"), {
        act: (page) => page.getByLabel("Search the library").fill(""),
      }),
      error: failed,
      notAllowed: never("Every member reads the library."),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/growth/[memberId]/plan",
    by: "engineer",
    path: (busy) => `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/plan`,
    shows: button("Preview"),
    primary: button("Preview"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/plan`,
        button("Preview"),
      ),
      full: never("A plan has as many items as its hours hold; e2e/grow.spec.ts fills one."),
      error: failed,
      notAllowed: shutTo("admin"),
      stale: never("What was changed meanwhile is refused by its revision, and read anew."),
    },
  },
];

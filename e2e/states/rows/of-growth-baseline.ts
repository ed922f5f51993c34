import { failed, link, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** What interviews showed, rounds of reviews, and how managers rate. */
export const ofGrowthBaseline: readonly Row[] = [
  {
    route: "o/[org]/growth/[memberId]/baseline",
    by: "engineer",
    path: (busy) => `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/baseline`,
    shows: /^Your baseline$/,
    primary: link("Standing"),
    states: {
      ...worked,
      empty: visit(
        bare,
        (bare) => `/o/${bare.slug}/growth/${bare.cast.engineer.memberId}/baseline`,
        /No interviews belong to this membership/,
      ),
      full: never("It has as many ratings as the interviews of one person."),
      error: failed,
      notAllowed: shutTo("admin"),
      stale: never("Each of its commands is refused where it was done before, and says so."),
    },
  },
  {
    route: "o/[org]/growth/raters",
    by: "approver",
    path: (busy) => `/o/${busy.slug}/growth/raters`,
    shows: /^How I rate$/,
    primary: link("Growth"),
    states: {
      ...worked,
      empty: visit(
        bare,
        (bare) => `/o/${bare.slug}/growth/raters`,
        /No review of yours has two sides yet/,
      ),
      full: never("It has one figure for each place where one's people work."),
      error: failed,
      notAllowed: never("Every member has a figure of their own, or none."),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/settings/rounds",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/settings/rounds`,
    shows: /^Review rounds$/,
    primary: link("Policies"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/settings/rounds`, /No round was opened yet/),
      full: never("It lists the last forty rounds."),
      error: failed,
      notAllowed: shutTo("recruiter"),
      stale: never("A round that was opened meanwhile is refused and said."),
    },
  },
];

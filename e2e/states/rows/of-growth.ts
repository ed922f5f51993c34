import { button, dialog, failed, link, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare, usual } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";
const HANDFUL = "A person has a handful of them.";

/** Where people stand on the ladder, whom one manages, and reviews. */
export const ofGrowth: readonly Row[] = [
  {
    route: "o/[org]/growth",
    by: "engineer",
    path: (busy) => `/o/${busy.slug}/growth`,
    shows: /^Your growth$/,
    primary: link("Go to the open review"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/growth`, /^Your growth$/),
      full: never("A ladder has as many rows as the framework that each organization begins with."),
      error: failed,
      notAllowed: never("Every member has a growth of their own."),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/growth/team",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/growth/team`,
    shows: /^My team$/,
    primary: link(/\w/),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/growth/team`, /You manage nobody/),
      full: never("Nobody manages more than a handful of people."),
      error: failed,
      notAllowed: never("Whoever manages nobody is told so."),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/growth/[memberId]",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}`,
    shows: (page) => page.getByRole("region", { name: "What would change" }),
    primary: link("Go to the open review"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/growth/${busy.cast.first.memberId}`,
        button("Place on the ladder"),
      ),
      full: never("A ladder has as many rows as the framework that each organization begins with."),
      error: failed,
      notAllowed: shutTo("admin"),
      stale: never(READ_AGAIN),
    },
    dialogs: [dialog("Place anew", /^Place .* on the ladder$/)],
  },
  {
    route: "o/[org]/growth/[memberId]/reviews",
    by: "first",
    path: (busy) => `/o/${busy.slug}/growth/${busy.cast.first.memberId}/reviews`,
    shows: /^Your reviews$/,
    primary: button("Open a review"),
    states: {
      ...worked,
      empty: visit(
        bare,
        (bare) => `/o/${bare.slug}/growth/${bare.cast.first.memberId}/reviews`,
        /No review yet/,
      ),
      full: visit(
        usual,
        (busy) => `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/reviews`,
        /^Your reviews$/,
        { by: "engineer" },
      ),
      error: failed,
      notAllowed: shutTo("admin"),
      stale: never(READ_AGAIN),
    },
    dialogs: [dialog("Open a review", "Open your review")],
  },
  {
    route: "o/[org]/growth/[memberId]/reviews/[reviewId]",
    by: "manager",
    path: (busy) =>
      `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/reviews/${busy.openReviewId}`,
    shows: /^Review of /,
    primary: link(/to rate$/),
    states: {
      ...worked,
      empty: never("A review asks for what its level expects from the beginning."),
      full: visit(
        usual,
        (busy) =>
          `/o/${busy.slug}/growth/${busy.cast.engineer.memberId}/reviews/${busy.closedReviewId}`,
        (page) => page.getByRole("region", { name: "Both sides" }),
        { by: "engineer" },
      ),
      error: failed,
      notAllowed: shutTo("admin"),
      stale: never(HANDFUL),
    },
    dialogs: [dialog("Cancel the review", "Cancel the review?")],
  },
];

import { button, dialog, failed, link, never, visit, looks, type Row } from "../state.ts";
import { bare, full, usual } from "../worlds.ts";

const WHOLE = "It is sent whole; nothing stands there before it.";
const ANYONE = "Anyone may open it.";
const NO_VERSION = "It is read anew each time it is opened.";

/** The public job board, and the pages of people who applied. */
export const forCandidates: readonly Row[] = [
  {
    route: "[org]/jobs",
    by: "nobody",
    path: (busy) => `/${busy.slug}/jobs`,
    shows: /Open jobs at/,
    primary: link("Senior Backend Engineer"),
    states: {
      ...looks,
      loading: never(WHOLE),
      empty: visit(bare, (bare) => `/${bare.slug}/jobs`, /No job is open right now/),
      full: visit(full, (full) => `/${full.slug}/jobs`, /Backend Engineer 499/),
      error: failed,
      notAllowed: never(ANYONE),
      stale: never(NO_VERSION),
    },
  },
  {
    route: "[org]/jobs/[job]",
    by: "nobody",
    path: (busy) => `/${busy.slug}/jobs/${busy.jobSlug}`,
    shows: /Senior Backend Engineer/,
    primary: button(/Send/),
    states: {
      ...looks,
      loading: never(WHOLE),
      empty: never("A post is published with its text."),
      full: never("It is one post."),
      error: failed,
      notAllowed: never(ANYONE),
      stale: visit(usual, (busy) => `/${busy.slug}/jobs/closed-since`, /There is nothing here/),
    },
  },
  {
    route: "[org]/prepare",
    by: "nobody",
    path: (busy) => `/${busy.slug}/prepare`,
    shows: /^Prepare$/,
    primary: link("Senior Backend Engineer"),
    states: {
      ...looks,
      loading: never(WHOLE),
      empty: visit(bare, (bare) => `/${bare.slug}/prepare`, /nothing to prepare for right now/),
      full: visit(full, (full) => `/${full.slug}/prepare`, /^Prepare$/),
      error: failed,
      notAllowed: never(ANYONE),
      stale: never(NO_VERSION),
    },
  },
  {
    route: "[org]/jobs/[job]/prepare",
    by: "nobody",
    path: (busy) => `/${busy.slug}/jobs/${busy.jobSlug}/prepare`,
    shows: /^Prepare for /,
    primary: button("Make my plan"),
    states: {
      ...looks,
      loading: never(WHOLE),
      empty: never("A post has the criteria of its plan."),
      full: never("It is one post."),
      error: failed,
      notAllowed: never(ANYONE),
      stale: visit(
        usual,
        (busy) => `/${busy.slug}/jobs/closed-since/prepare`,
        /There is nothing here/,
      ),
    },
  },
  {
    route: "[org]/me",
    by: "nobody",
    path: (busy) => `/${busy.slug}/me`,
    shows: /Where is my application/,
    primary: button("Send me a link"),
    states: {
      ...looks,
      loading: never(WHOLE),
      empty: never("It is a form and lists nothing."),
      full: never("It is a form and lists nothing."),
      error: failed,
      notAllowed: never(ANYONE),
      stale: never(NO_VERSION),
    },
  },
  {
    route: "[org]/me/[token]",
    by: "nobody",
    path: (busy) => `/${busy.slug}/me/${busy.candidateToken}`,
    shows: /Your application/,
    primary: button(/Accept/),
    states: {
      ...looks,
      loading: { kind: "held" },
      empty: visit(
        usual,
        (busy) => `/${busy.slug}/me/${busy.strangerToken}`,
        /There is no application of yours here/,
      ),
      full: never("One person applies to a handful of jobs."),
      error: failed,
      notAllowed: visit(
        usual,
        (busy) => `/${busy.slug}/me/${"x".repeat(52)}`,
        /This link opens nothing any more/,
      ),
      stale: never(NO_VERSION),
    },
    dialogs: [
      dialog(/Accept/, "Accept this offer?"),
      dialog("Get a copy of everything", "Get a copy of everything"),
      dialog("Delete everything", "Delete everything about you?"),
      dialog("Stay in the talent pool", "Stay in the talent pool?"),
    ],
  },
];

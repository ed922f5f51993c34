import { button, failed, field, link, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare, full, usual } from "../worlds.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** Home and candidates; frameworks and questions. */
export const ofTheLibrary: readonly Row[] = [
  {
    route: "o/[org]",
    by: "manager",
    path: (busy) => `/o/${busy.slug}`,
    shows: /^Home$/,
    primary: link(/^Review/),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}`, /Nothing waits for you/),
      full: visit(full, (full) => `/o/${full.slug}`, /^Home$/),
      error: failed,
      notAllowed: never("Every member has a home."),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/candidates",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/candidates`,
    shows: /^Candidates$/,
    primary: field("Search candidates"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/candidates`, /No candidates yet/),
      full: visit(full, (full) => `/o/${full.slug}/candidates`, button("Show more")),
      error: failed,
      notAllowed: shutTo("auditor"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/questions",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/questions`,
    shows: /^Question bank$/,
    primary: button("New question"),
    states: {
      ...worked,
      empty: visit(usual, (busy) => `/o/${busy.slug}/questions`, /No question matches/, {
        act: (page) => page.getByLabel("Search questions").fill("nobody asks this"),
      }),
      full: visit(full, (full) => `/o/${full.slug}/questions`, button("Show more")),
      error: failed,
      notAllowed: shutTo("first"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/questions/health",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/questions/health`,
    shows: /^How questions do$/,
    primary: field("Which questions"),
    states: {
      ...worked,
      empty: visit(usual, (busy) => `/o/${busy.slug}/questions/health`, /No question here/, {
        act: async (page) => {
          await page.getByRole("combobox", { name: "Which questions" }).click();
          await page.getByRole("option", { name: "Resting" }).click();
        },
      }),
      full: visit(full, (full) => `/o/${full.slug}/questions/health`, button("Show more")),
      error: failed,
      notAllowed: shutTo("first"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/insight",
    by: "recruiter",
    path: (busy) => `/o/${busy.slug}/insight`,
    shows: /^Insight$/,
    primary: link("How questions do"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/insight`, /Too few to say/),
      full: never("It has a line for each interviewer and each competency."),
      error: failed,
      notAllowed: shutTo("auditor"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/frameworks",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/frameworks`,
    shows: /^Frameworks$/,
    primary: button("Import a framework"),
    states: {
      ...worked,
      empty: never("Each organization begins with a framework, and none can be deleted."),
      full: never("An organization has a handful of frameworks."),
      error: failed,
      notAllowed: shutTo("auditor"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/frameworks/[frameworkId]",
    by: "admin",
    path: (busy) => `/o/${busy.slug}/frameworks/${busy.frameworkId}`,
    shows: /Backend Engineer/,
    primary: button("Export"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/frameworks/${busy.frameworkId}`,
        (page) => page.getByText(/No competency|Nothing/i).first(),
        { act: (page) => page.getByLabel(/Search competencies/).fill("nobody needs this") },
      ),
      full: never("The framework that each organization begins with is a whole one."),
      error: failed,
      notAllowed: shutTo("auditor"),
      stale: visit(
        usual,
        (busy) =>
          `/o/${busy.slug}/frameworks/${busy.frameworkId}?version=${busy.publishedVersionId}`,
        /Backend Engineer/,
      ),
    },
  },
  {
    route: "o/[org]/frameworks/[frameworkId]/compare",
    by: "admin",
    path: (busy) => comparing(busy, busy.publishedVersionId, busy.draftVersionId),
    shows: /Version 1 and version 2/,
    primary: field("Show what stayed the same"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => comparing(busy, busy.publishedVersionId, busy.publishedVersionId),
        /No anchor changed/,
      ),
      full: visit(
        usual,
        (busy) => comparing(busy, busy.publishedVersionId, busy.draftVersionId),
        /Version 1 and version 2/,
        { act: (page) => page.getByLabel("Show what stayed the same").check({ force: true }) },
      ),
      error: failed,
      notAllowed: shutTo("auditor"),
      stale: never("It compares the versions that its address names."),
    },
  },
];

function comparing(
  at: { slug: string; frameworkId: string },
  before: string,
  after: string,
): string {
  return `/o/${at.slug}/frameworks/${at.frameworkId}/compare?before=${before}&after=${after}`;
}

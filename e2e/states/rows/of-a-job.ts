import { button, failed, field, link, never, shutTo, visit, worked, type Row } from "../state.ts";
import { bare, full, usual } from "../worlds.ts";
import { weighTwice } from "../two-windows.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** The list of jobs, and the pages of one job. */
export const ofAJob: readonly Row[] = [
  {
    route: "o/[org]/jobs",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/jobs`,
    shows: /^Jobs$/,
    primary: link("New job"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/jobs`, /No jobs yet/),
      full: visit(full, (full) => `/o/${full.slug}/jobs`, button("Show more")),
      error: failed,
      notAllowed: shutTo("auditor"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/jobs/new",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/jobs/new`,
    shows: /^New job$/,
    primary: button("Create the draft"),
    states: {
      ...worked,
      empty: never("It is a form, and is empty when it opens."),
      full: visit(full, (full) => `/o/${full.slug}/jobs/new`, /^New job$/),
      error: failed,
      notAllowed: shutTo("first", /Jobs are opened by recruiters/),
      stale: never("What it makes is new."),
    },
  },
  {
    route: "o/[org]/jobs/[jobId]",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/jobs/${busy.jobId}`,
    shows: /Senior Backend Engineer/,
    primary: button("Add candidate"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/jobs/${busy.vacantJobId}`,
        /Nobody is in this pipeline yet/,
      ),
      // Of a long column only the cards in sight are in the page; the filter finds the others.
      full: visit(
        full,
        (full) => `/o/${full.slug}/jobs/${full.jobId}?name=Number499`,
        link("Person Number499"),
      ),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/jobs/[jobId]/applications",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/jobs/${busy.jobId}/applications`,
    shows: /^Applications to /,
    primary: link("Pipeline"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/jobs/${busy.jobId}/applications?state=transferred`,
        /No application is transferred/,
      ),
      full: visit(
        full,
        (full) => `/o/${full.slug}/jobs/${full.jobId}/applications`,
        button("Show more"),
      ),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/jobs/[jobId]/plan",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/jobs/${busy.jobId}/plan`,
    shows: /Senior Backend Engineer/,
    primary: button("Add a stage"),
    states: {
      ...worked,
      empty: visit(usual, (busy) => `/o/${busy.slug}/jobs/${busy.draftJobId}/plan`, /No plan yet/),
      full: never("A plan has as many stages as a person goes through."),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: never("It is one draft with the rubric, and says it by the same bar."),
    },
  },
  {
    route: "o/[org]/jobs/[jobId]/rubric",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/jobs/${busy.jobId}/rubric`,
    shows: /Senior Backend Engineer/,
    primary: field("Add a criterion"),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/jobs/${busy.draftJobId}/rubric`,
        /The rubric is empty/,
      ),
      full: never("A rubric has as many criteria as its framework has competencies."),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: visit(
        usual,
        (busy) => `/o/${busy.slug}/jobs/${busy.jobId}/rubric`,
        (page) => page.getByText("Changed by someone else"),
        { act: weighTwice },
      ),
    },
  },
  {
    route: "o/[org]/jobs/[jobId]/posts",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/jobs/${busy.jobId}/posts`,
    shows: /Senior Backend Engineer/,
    primary: field("Title"),
    states: {
      ...worked,
      empty: visit(usual, (busy) => `/o/${busy.slug}/jobs/${busy.draftJobId}/posts`, /No post yet/),
      full: never("A post has a handful of versions."),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: never("A published version stays; what is written becomes the next one."),
    },
  },
  {
    route: "o/[org]/jobs/[jobId]/team",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/jobs/${busy.jobId}/team`,
    shows: /Senior Backend Engineer/,
    primary: field("Hiring manager"),
    states: {
      ...worked,
      empty: never("A job has its recruiter and its hiring manager from the beginning."),
      full: visit(
        full,
        (full) => `/o/${full.slug}/jobs/${full.jobId}/team`,
        /Senior Backend Engineer/,
      ),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: never("Nothing typed is kept; it begins again with what is stored."),
    },
  },
];

import {
  button,
  dialog,
  failed,
  field,
  link,
  never,
  shutTo,
  visit,
  worked,
  type Row,
} from "../state.ts";
import { bare, full, usual } from "../worlds.ts";
import { takeNotesTwice, writeScorecardTwice } from "../two-windows.ts";

const READ_AGAIN = "It is read again when one comes back to it, and nothing is written upon it.";

/** Applications with their debrief and offer, and interviews with their scorecards. */
export const ofAnApplication: readonly Row[] = [
  {
    route: "o/[org]/applications/[applicationId]",
    by: "recruiter",
    path: (busy) => `/o/${busy.slug}/applications/${busy.debriefedId}`,
    shows: /Dana Debriefed/,
    primary: link(/debrief/i),
    states: {
      ...worked,
      empty: visit(usual, (busy) => `/o/${busy.slug}/applications/${busy.freshId}`, /Fay Fresh/),
      full: visit(full, (full) => `/o/${full.slug}/applications/${full.owedId}`, /Olga Owed/),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/applications/[applicationId]/debrief",
    by: "manager",
    path: (busy) => `/o/${busy.slug}/applications/${busy.debriefedId}/debrief`,
    shows: /Debrief/,
    primary: button(/Close the debrief/),
    states: {
      ...worked,
      empty: visit(
        usual,
        (busy) => `/o/${busy.slug}/applications/${busy.owedId}/debrief`,
        /Debrief/,
      ),
      full: never("A stage has as many raters and criteria as its plan."),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: visit(
        usual,
        (busy) => `/o/${busy.slug}/applications/${busy.debriefedId}/debrief`,
        (page) => page.getByText("Someone else wrote meanwhile"),
        { act: takeNotesTwice },
      ),
    },
  },
  {
    route: "o/[org]/applications/[applicationId]/offer",
    by: "recruiter",
    path: (busy) => `/o/${busy.slug}/applications/${busy.offeredId}/offer`,
    shows: /^Offer$/,
    primary: button(/Send back|Write a new version/),
    states: {
      ...worked,
      empty: visit(usual, (busy) => `/o/${busy.slug}/applications/${busy.freshId}/offer`, /offer/i),
      full: never("An offer has a handful of versions."),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: never("A version never changes; a newer one stands beside it."),
    },
  },
  {
    route: "o/[org]/offers/[offerId]",
    by: "approver",
    path: (busy) => `/o/${busy.slug}/offers/${busy.offerId}`,
    shows: /Offer to Petra Pending/,
    primary: button("Approve"),
    states: {
      ...worked,
      empty: never("It is one offer."),
      full: never("It is one offer."),
      error: failed,
      notAllowed: shutTo("engineer"),
      stale: never("A version never changes."),
    },
    dialogs: [dialog("Send back", "Send it back")],
  },
  {
    route: "o/[org]/interviews",
    by: "first",
    path: (busy) => `/o/${busy.slug}/interviews`,
    shows: /^Interviews$/,
    primary: link("Olga Owed"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/interviews`, /No interviews yet/),
      full: visit(full, (full) => `/o/${full.slug}/interviews`, /Coming up/),
      error: failed,
      notAllowed: shutTo("auditor"),
      stale: never(READ_AGAIN),
    },
  },
  {
    route: "o/[org]/deadlines",
    by: "recruiter",
    path: (busy) => `/o/${busy.slug}/deadlines?of=all`,
    shows: /^Deadlines$/,
    primary: button("Write one down"),
    states: {
      ...worked,
      empty: visit(bare, (bare) => `/o/${bare.slug}/deadlines`, /Nothing is due/),
      full: visit(full, (full) => `/o/${full.slug}/deadlines?of=all`, link("Next page")),
      error: failed,
      notAllowed: never("Everybody sees their own."),
      stale: never(READ_AGAIN),
    },
    dialogs: [
      dialog("Write one down", "Write a deadline down"),
      dialog("I will be away", "When I am away"),
    ],
  },
  {
    route: "o/[org]/interviews/[interviewId]",
    by: "first",
    path: (busy) => `/o/${busy.slug}/interviews/${busy.interviewId}`,
    shows: /Olga Owed/,
    primary: field("In short"),
    states: {
      ...worked,
      empty: never("A kit has the questions and criteria of its plan."),
      full: never("A kit has the questions and criteria of its plan."),
      error: failed,
      notAllowed: shutTo("second"),
      stale: visit(
        usual,
        (busy) => `/o/${busy.slug}/interviews/${busy.interviewId}`,
        (page) => page.getByText("This scorecard was written in another window, too."),
        { act: writeScorecardTwice },
      ),
    },
  },
];

import { describe, expect, it } from "vitest";
import { explain } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import {
  aloneIn,
  type ReviewFacts,
  whyNotAlone,
  whyNotAnswerReview,
  whyNotCancelReview,
  whyNotCloseReview,
  whyNotDueOn,
  whyNotReadSide,
  whyNotSubmitSide,
  whyNotWriteSide,
} from "./rules.ts";

const NOW = new Date("2026-03-01T12:00:00Z");
const LATER = new Date("2026-03-02T00:00:00Z");
const EARLIER = new Date("2026-02-28T00:00:00Z");

const facts = (
  state: ReviewFacts["state"],
  dueAt: Date,
  ...sides: ("self" | "manager")[]
): ReviewFacts => ({
  state,
  dueAt,
  submitted: {
    self: sides.includes("self") ? EARLIER : null,
    manager: sides.includes("manager") ? EARLIER : null,
  },
});

describe("law 1: the sides of a review are blind to each other", () => {
  it.each<[string, ReviewFacts, string | null]>([
    ["nobody is in", facts("open", LATER), "REVIEW_SEALED"],
    ["one's own is in", facts("open", LATER, "self"), "REVIEW_SEALED"],
    ["the other's is in", facts("open", LATER, "manager"), "REVIEW_SEALED"],
    ["both are in", facts("open", LATER, "self", "manager"), null],
    ["one is in, and the due date has passed", facts("open", EARLIER, "manager"), null],
    ["the due date is this instant", facts("open", NOW, "manager"), null],
    ["closed with both", facts("closed", LATER, "self", "manager"), null],
    ["cancelled with one, and due long ago", facts("cancelled", EARLIER, "self"), "REVIEW_SEALED"],
    ["cancelled with both", facts("cancelled", EARLIER, "self", "manager"), null],
  ])("%s", (_name, given, code) => {
    expect(whyNotReadSide(given, NOW)?.code ?? null).toBe(code);
  });
});

describe("a side that came in alone", () => {
  it.each<[string, ReviewFacts, string | null]>([
    ["before the due date there is none", facts("open", LATER, "self"), null],
    ["one's own", facts("open", EARLIER, "self"), "self"],
    ["the manager's", facts("open", EARLIER, "manager"), "manager"],
    ["both are not alone", facts("open", EARLIER, "self", "manager"), null],
    ["nor is nobody", facts("open", EARLIER), null],
    ["nor what was cancelled", facts("cancelled", EARLIER, "self"), null],
  ])("%s", (_name, given, side) => {
    expect(aloneIn(given, NOW)).toBe(side);
  });
});

describe("law 3: a submitted side never changes", () => {
  it.each<[string, ReviewFacts, string | null]>([
    ["still owed", facts("open", LATER, "manager"), null],
    ["late, and still owed", facts("open", EARLIER), null],
    ["submitted", facts("open", LATER, "self"), "REVIEW_SUBMITTED"],
    ["closed", facts("closed", LATER), "REVIEW_CLOSED"],
    ["cancelled", facts("cancelled", LATER), "REVIEW_CLOSED"],
  ])("%s", (_name, given, code) => {
    expect(whyNotWriteSide(given, "self")?.code ?? null).toBe(code);
  });
});

describe("law 2: a side rests on evidence", () => {
  const rows = [
    { competencyId: "a", name: "Caching", required: true },
    { competencyId: "b", name: "Messaging", required: false },
  ];
  const rating = (
    competencyId: string,
    value: "definitely_not" | "mixed" | null,
    evidence = "",
    notAssessedReason = "",
  ) => ({ competencyId, rating: value, evidence, notAssessedReason });

  it.each<[string, ReturnType<typeof rating>[], string | null]>([
    ["nothing", [], "REVIEW_INCOMPLETE"],
    ["a rating without evidence", [rating("a", "mixed")], "REVIEW_INCOMPLETE"],
    ["an extreme one on few words", [rating("a", "definitely_not", "Never.")], "REVIEW_INCOMPLETE"],
    [
      "an extreme one on enough",
      [rating("a", "definitely_not", "Not once in two quarters.")],
      null,
    ],
    ["left out with a reason", [rating("a", null, "", "Not on this team's work.")], null],
    ["a rating with evidence", [rating("a", "mixed", "The sessions' cache.")], null],
    [
      "what is not required, without evidence",
      [rating("a", "mixed", "The sessions' cache."), rating("b", "mixed")],
      "REVIEW_INCOMPLETE",
    ],
  ])("%s", (_name, ratings, code) => {
    expect(whyNotSubmitSide({ ratings, summary: "" }, rows, LIMITS)?.code ?? null).toBe(code);
  });

  it("says how much is missing, of what, and what a rating needs", () => {
    const more = [...rows, { competencyId: "c", name: "Indexes", required: true }];
    const said = (...ratings: ReturnType<typeof rating>[]) => {
      const denial = whyNotSubmitSide({ ratings, summary: "" }, more, LIMITS);
      return denial === null ? null : explain(denial);
    };
    expect(said()?.sentence).toBe("2 competencies are still to rate: Caching, Indexes.");
    expect(said(rating("a", "mixed"), rating("b", "mixed"))?.sentence).toBe(
      "Indexes is still to rate. 2 ratings do not say yet what they rest on: Caching, Messaging.",
    );
    const many = ["One", "Two", "Three", "Four", "Five"].map((name) => ({
      competencyId: name,
      name,
      required: true,
    }));
    const none = whyNotSubmitSide({ ratings: [], summary: "" }, many, LIMITS);
    expect(none && explain(none).sentence).toBe(
      "5 competencies are still to rate: One, Two, Three and 2 more.",
    );
    expect(said()?.lift).toMatch(/^Rate each competency and say in a line what your rating rests/);
  });
});

describe("a review ends", () => {
  it.each<[string, ReviewFacts, string | null, string | null, string | null]>([
    ["nobody is in", facts("open", LATER), "REVIEW_WAITS", null, "REVIEW_NOT_CLOSED"],
    ["one is in", facts("open", LATER, "self"), "REVIEW_WAITS", null, "REVIEW_NOT_CLOSED"],
    ["both are in", facts("open", LATER, "self", "manager"), null, null, "REVIEW_NOT_CLOSED"],
    ["one is in and it is due", facts("open", EARLIER, "self"), null, null, "REVIEW_NOT_CLOSED"],
    [
      "nobody is in and it is due",
      facts("open", EARLIER),
      "REVIEW_EMPTY",
      null,
      "REVIEW_NOT_CLOSED",
    ],
    ["closed", facts("closed", EARLIER, "self"), "REVIEW_CLOSED", "REVIEW_CLOSED", null],
    [
      "cancelled",
      facts("cancelled", EARLIER),
      "REVIEW_CLOSED",
      "REVIEW_CLOSED",
      "REVIEW_NOT_CLOSED",
    ],
  ])("%s", (_name, given, close, cancel, answer) => {
    expect(whyNotCloseReview(given, NOW)?.code ?? null).toBe(close);
    expect(whyNotCancelReview(given)?.code ?? null).toBe(cancel);
    expect(whyNotAnswerReview(given)?.code ?? null).toBe(answer);
  });
});

it.each<[string, string, string | null]>([
  ["an hour ago", "2026-03-01T11:00:00Z", "REVIEW_DUE"],
  ["this instant", "2026-03-01T12:00:00Z", "REVIEW_DUE"],
  ["tomorrow", "2026-03-02T12:00:00Z", null],
  ["in 90 days", "2026-05-30T12:00:00Z", null],
  ["in 91 days", "2026-05-31T12:00:00Z", "REVIEW_DUE"],
])("due %s", (_name, dueAt, code) => {
  expect(whyNotDueOn(new Date(dueAt), NOW, LIMITS)?.code ?? null).toBe(code);
});

it.each<[string | null, string | null]>([
  [null, "REVIEW_ALONE"],
  ["0198c0de-0000-7000-8000-000000000001", null],
])("law 4: with %s as manager", (managerId, code) => {
  expect(whyNotAlone({ managerId })?.code ?? null).toBe(code);
});

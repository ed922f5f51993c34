import { describe, expect, it } from "vitest";
import type { Denial } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import {
  countsToQuorum,
  type KitCriterionFacts,
  whyNotBreakGlass,
  whyNotByService,
  whyNotCorrect,
  whyNotDraft,
  whyNotExcuse,
  whyNotResume,
  whyNotSave,
  whyNotSubmit,
  whyNotWrite,
  whyNotYet,
} from "./rules.ts";
import { SCORECARD_STATES, type ScorecardContent } from "./schemas.ts";

const criteria: KitCriterionFacts[] = [
  { id: "a", name: "Modelling", required: true, questionIds: ["q"] },
  { id: "b", name: "Security", required: true, questionIds: [] },
  { id: "c", name: "Clarity", required: false, questionIds: [] },
];
type Rating = ScorecardContent["ratings"][number]["rating"];

const rated = (criterionId: string, rating: Rating, evidence = "Saw it.", notAssessed = "") => ({
  criterionId,
  rating,
  notAssessedReason: notAssessed,
  evidence,
});
const content = (over: Partial<ScorecardContent> = {}): ScorecardContent => ({
  ratings: [rated("a", "yes"), rated("b", "no")],
  notes: [],
  recommendation: "yes",
  summary: "",
  ...over,
});
const notAssessed = (id: string, why = "No time.") => rated(id, null, "", why);

describe("law 2: criteria first, on evidence, then the recommendation", () => {
  it.each<[string, Partial<ScorecardContent>, string | null]>([
    ["everything required is rated", {}, null],
    [
      "an optional criterion may be left out",
      { ratings: [rated("a", "yes"), rated("b", "yes")] },
      null,
    ],
    ["a required one is missing", { ratings: [rated("a", "yes")] }, "CRITERIA_INCOMPLETE"],
    [
      "a required one is neither rated nor explained",
      { ratings: [rated("a", "yes"), rated("b", null, "x")] },
      "CRITERIA_INCOMPLETE",
    ],
    [
      "not assessed needs a reason",
      { ratings: [rated("a", "yes"), notAssessed("b", "  ")] },
      "CRITERIA_INCOMPLETE",
    ],
    ["not assessed with a reason", { ratings: [rated("a", "yes"), notAssessed("b")] }, null],
    [
      "a rating without any evidence",
      { ratings: [rated("a", "yes", " "), rated("b", "no")] },
      "EVIDENCE_MISSING",
    ],
    [
      "a note under its question is evidence",
      {
        ratings: [rated("a", "yes", ""), rated("b", "no")],
        notes: [{ questionId: "q", text: "Drew it." }],
      },
      null,
    ],
    [
      "a note under another question is not",
      {
        ratings: [rated("a", "yes"), rated("b", "no", "")],
        notes: [{ questionId: "q", text: "Drew it." }],
      },
      "EVIDENCE_MISSING",
    ],
    [
      "an empty note is not",
      {
        ratings: [rated("a", "yes", ""), rated("b", "no")],
        notes: [{ questionId: "q", text: " " }],
      },
      "EVIDENCE_MISSING",
    ],
    [
      "an extreme rating needs words of its own",
      {
        ratings: [rated("a", "strong_yes", "Great."), rated("b", "no")],
        notes: [{ questionId: "q", text: "Drew it." }],
      },
      "EVIDENCE_MISSING",
    ],
    [
      "19 characters are too few",
      { ratings: [rated("a", "definitely_not", "x".repeat(19)), rated("b", "no")] },
      "EVIDENCE_MISSING",
    ],
    [
      "20 are enough",
      { ratings: [rated("a", "definitely_not", "x".repeat(20)), rated("b", "no")] },
      null,
    ],
    [
      "an optional rating rests on evidence too",
      { ratings: [rated("a", "yes"), rated("b", "no"), rated("c", "yes", "")] },
      "EVIDENCE_MISSING",
    ],
    ["no recommendation", { recommendation: null }, "RECOMMENDATION_MISSING"],
    ["half of them rated suffices", { ratings: [rated("a", "yes"), notAssessed("b")] }, null],
    [
      "fewer than half: no recommendation",
      { ratings: [notAssessed("a"), notAssessed("b")] },
      "RECOMMENDATION_TOO_EARLY",
    ],
    [
      "fewer than half, without one",
      { ratings: [notAssessed("a"), notAssessed("b")], recommendation: null },
      null,
    ],
  ])("%s", (_name, over, expected) => {
    expect(whyNotSubmit(content(over), criteria, LIMITS)?.code ?? null).toBe(expected);
  });

  it("counts to the quorum from half of the required criteria on", () => {
    const counts = (...ratings: ScorecardContent["ratings"]) =>
      countsToQuorum({ ratings }, criteria, LIMITS);
    expect(counts(rated("a", "yes"), notAssessed("b"))).toBe(true);
    expect(counts(notAssessed("a"), notAssessed("b"))).toBe(false);
    expect(counts(notAssessed("a"), notAssessed("b"), rated("c", "yes"))).toBe(false);
  });
});

describe("the states of a scorecard: every command from every state", () => {
  const held = { state: "held", endsAt: new Date(0) };
  const allowed = {
    saveDraft: { from: ["assigned", "draft"], otherwise: "SCORECARD_LOCKED" },
    resume: { from: ["excused"], otherwise: "SCORECARD_NOT_EXCUSED" },
    submit: { from: ["assigned", "draft"], otherwise: "SCORECARD_LOCKED" },
    correct: { from: ["submitted"], otherwise: "SCORECARD_NOT_SUBMITTED" },
    strike: { from: ["submitted"], otherwise: "SCORECARD_NOT_SUBMITTED" },
    excuse: { from: ["assigned", "draft"], otherwise: "SCORECARD_LOCKED" },
  } as const satisfies Record<
    string,
    { from: readonly (typeof SCORECARD_STATES)[number][]; otherwise: string }
  >;
  const ask = {
    saveDraft: whyNotDraft,
    resume: (state) => whyNotResume(state, false),
    submit: whyNotWrite,
    correct: whyNotCorrect,
    strike: whyNotCorrect,
    excuse: (state) =>
      whyNotExcuse({ state, authorId: "ann", interview: held }, "rita", new Date()),
  } satisfies Record<keyof typeof allowed, (state: string) => Denial | null>;
  const rules = new Map(Object.entries(ask));

  for (const [command, { from, otherwise }] of Object.entries(allowed)) {
    for (const state of SCORECARD_STATES) {
      const draft = command === "saveDraft" && state === "excused";
      const refused = draft ? "SCORECARD_EXCUSED" : otherwise;
      const expected = from.some((one) => one === state) ? "yes" : refused;
      it(`${command} from ${state}: ${expected}`, () => {
        const denial = rules.get(command)?.(state);
        expect(denial === null ? "yes" : denial?.code).toBe(expected);
      });
    }
  }
});

describe("law 4: who is excused", () => {
  const card = { state: "assigned", authorId: "ann", interview: { state: "held", endsAt: null } };
  const noon = new Date(Date.UTC(2026, 0, 5, 12));

  it.each([
    ["by someone else after it was held", card, "rita", null],
    ["by oneself", card, "ann", "EXCUSE_OWN"],
    [
      "before it was held",
      { ...card, interview: { state: "scheduled", endsAt: new Date(+noon + 1) } },
      "rita",
      "INTERVIEW_NOT_HELD",
    ],
    [
      "at its end, before that was noted",
      { ...card, interview: { state: "scheduled", endsAt: noon } },
      "rita",
      null,
    ],
    [
      "from an interview nobody came to",
      { ...card, interview: { state: "absent", endsAt: noon } },
      "rita",
      "INTERVIEW_NOT_HELD",
    ],
    ["by the worker", card, null, null],
    ["who submitted already", { ...card, state: "submitted" }, "rita", "SCORECARD_LOCKED"],
  ])("%s", (_name, facts, who, expected) => {
    expect(whyNotExcuse(facts, who, noon)?.code ?? null).toBe(expected);
  });

  it.each([
    ["excused", false, null],
    ["excused", true, "STAGE_DECIDED"],
    ["draft", false, "SCORECARD_NOT_EXCUSED"],
    ["draft", true, "SCORECARD_NOT_EXCUSED"],
    ["submitted", true, "SCORECARD_NOT_EXCUSED"],
  ])("is taken up again from %s, the stage decided: %s, %s", (state, decided, expected) => {
    expect(whyNotResume(state, decided)?.code ?? null).toBe(expected);
  });
});

describe("law 1: the glass is broken", () => {
  it.each([
    ["of one sealed scorecard", true, 1, null],
    ["of several", true, 3, null],
    ["not where nobody submitted one", true, 0, "NOTHING_SEALED"],
    ["not where nothing is sealed to the reader", false, 1, "SEAL_NOT_BROKEN"],
    ["not where there is neither", false, 0, "SEAL_NOT_BROKEN"],
  ])("%s", (_name, sealed, submitted, expected) => {
    expect(whyNotBreakGlass(sealed, submitted)?.code ?? null).toBe(expected);
  });
});

describe("a scorecard is submitted once its interview has begun", () => {
  const startsAt = new Date(Date.UTC(2026, 0, 5, 12));
  const minutesBefore = (minutes: number) => new Date(+startsAt - minutes * 60_000);

  it.each([
    ["scheduled", 16, "INTERVIEW_NOT_BEGUN"],
    ["scheduled", 15, null],
    ["held", -60, null],
    ["cancelled", -60, "INTERVIEW_NOT_BEGUN"],
    ["absent", -60, "INTERVIEW_NOT_BEGUN"],
    ["planned", -60, "INTERVIEW_NOT_BEGUN"],
  ])("%s, %i minutes before its start", (state, minutes, expected) => {
    const denial = whyNotYet({ state, startsAt }, minutesBefore(minutes), LIMITS);
    expect(denial?.code ?? null).toBe(expected);
  });
});

describe("a draft that was typed in two places", () => {
  it.each([
    [0, 0, null],
    [3, 3, null],
    [2, 3, "DRAFT_OUTDATED"],
    [4, 3, "DRAFT_OUTDATED"],
  ])("seen at %i, now at %i: %s", (seen, now, code) => {
    expect(whyNotSave(seen, now)?.code ?? null).toBe(code);
  });
});

describe("law 1: a service account", () => {
  it.each([
    ["one-person", null],
    [null, "SEALED_SERVICE"],
  ])("reads what is sealed with the account %s: %s", (accountId, code) => {
    expect(whyNotByService({ accountId })?.code ?? null).toBe(code);
  });
});

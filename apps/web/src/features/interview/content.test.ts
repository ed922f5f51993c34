import { describe, expect, it } from "vitest";
import { partsOf, whyUnsavable, withEntry, withJudgement, withNote } from "./content.ts";

const nothing = { ratings: [], notes: [], recommendation: null, summary: "" };
const kit = {
  questions: [{ id: "q", text: "What broke?" }],
  criteria: [
    { id: "a", name: "Data" },
    { id: "b", name: "APIs" },
  ],
};

describe("what a scorecard says", () => {
  it("stands part by part, as the form asks it", () => {
    const judged = withJudgement(nothing, "b", "mixed");
    const written = withEntry(judged, "b", { evidence: "Versioned by date." });
    const noted = withNote(written, "q", "The queue.");
    const parts = partsOf({ ...noted, recommendation: "yes", summary: "Sound." }, kit);
    expect(parts).toEqual([
      { of: "What broke?", text: "The queue." },
      { of: "Data", text: "" },
      { of: "APIs", text: expect.stringContaining("Versioned by date.") },
      { of: "Recommendation", text: "Yes" },
      { of: "In short", text: "Sound." },
    ]);
  });
});

describe("what cannot be saved of a scorecard", () => {
  const long = "x".repeat(10_001);

  it.each([
    ["a note", withNote(nothing, "q", long), "Note on question 1: At most 10000 characters."],
    ["evidence", withEntry(nothing, "b", { evidence: long }), "APIs: At most 10000 characters."],
    [
      "evidence of what is not assessed",
      withJudgement(withEntry(nothing, "a", { evidence: long }), "a", "not_assessed"),
      "Data: At most 10000 characters.",
    ],
    [
      "the reason of not assessed",
      withEntry(nothing, "a", { notAssessedReason: "x".repeat(2001) }),
      "Data: At most 2000 characters.",
    ],
    ["the summary", { ...nothing, summary: long }, "In short: At most 10000 characters."],
    [
      "a character that no text can hold",
      withNote(nothing, "q", "\u0000"),
      "Note on question 1: This holds a character that cannot be kept.",
    ],
    ["nothing", withNote(nothing, "q", "x".repeat(10_000)), null],
  ])("%s is named", (_, content, why) => {
    expect(whyUnsavable(content, kit)).toBe(why);
  });
});

import { describe, expect, it } from "vitest";
import { partsOf, withEntry, withJudgement, withNote } from "./content.ts";

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

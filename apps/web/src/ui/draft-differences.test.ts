import { describe, expect, it } from "vitest";
import { differencesOf, judgementWords } from "./draft-differences.ts";

const parts = (...texts: string[]) => texts.map((text, index) => ({ of: `Part ${index}`, text }));

describe("two drafts of one thing", () => {
  it("differ where one says another thing or nothing, and nowhere else", () => {
    expect(
      differencesOf(parts("same", "Depth", "", " "), parts("same ", "Breadth", "New", "")),
    ).toEqual([
      { of: "Part 1", here: "Depth", there: "Breadth" },
      { of: "Part 2", here: "", there: "New" },
    ]);
  });

  it("tell the words of a rating from those of one that was not given", () => {
    expect(judgementWords("yes", "", "Named the trade-off. ")).toBe("Yes\nNamed the trade-off.");
    expect(judgementWords(null, "No time.", "")).toBe("Not assessed: No time.");
    expect(judgementWords(null, "", "No time.")).toBe("No time.");
    expect(judgementWords(null, " ", "")).toBe("");
  });
});

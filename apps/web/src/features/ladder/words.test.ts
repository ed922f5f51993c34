import { describe, expect, it } from "vitest";
import { countsWords, gapWords, growsOthers, shareWords } from "./words.ts";

describe("the figures of a standing", () => {
  it.each([
    [0.59, "59 %"],
    [0.58, "58 %"],
    [0.7499, "74 %"],
    [0.75, "75 %"],
    [1, "100 %"],
  ])("never say more of %d than is reached", (share, words) => {
    expect(shareWords(share)).toBe(words);
  });

  it("say a gap as short as it is, and where there is none", () => {
    expect([3, 2.25, 0, null].map(gapWords)).toEqual(["3", "2.25", "0", "not rated"]);
  });

  it("count what becomes of a theme", () => {
    const rows = [{ change: "more" }, { change: "more" }, { change: "added" }] as const;
    expect(countsWords(rows)).toBe("more is asked: 2, new: 1");
  });
});

describe("whose growth is their team's first", () => {
  const placed = { levelId: "", name: "Senior", from: "2026-01-01", reason: "" };
  it.each([
    ["who leads and is not placed", { placed: null, leads: true, managing: false }, true],
    ["not who is placed", { placed, leads: true, managing: false }, false],
    ["not who leads nobody", { placed: null, leads: false, managing: false }, false],
    ["not whom one looks at", { placed: null, leads: true, managing: true }, false],
  ])("%s", (_, of, expected) => {
    expect(growsOthers(of)).toBe(expected);
  });
});

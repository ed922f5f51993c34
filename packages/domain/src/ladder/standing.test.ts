import { describe, expect, it } from "vitest";
import { gapsOf, isHeld, levelReached, type RatedRow, weightedProgress } from "./standing.ts";

const row = (
  competency: string,
  proficiency: RatedRow["proficiency"],
  rating: RatedRow["rating"],
): RatedRow => ({ competency, proficiency, rating });

describe("weighted progress, by hand", () => {
  it.each<[string, RatedRow[], number | null, number]>([
    ["nothing assessed", [row("caching", "Expert", null)], null, 0],
    // 5 · 1 of 5
    ["one row in full", [row("caching", "Expert", "strong_yes")], 1, 1],
    // (3 · 0.75 + 1 · 0.25) of 4
    [
      "each row by its weight",
      [row("caching", "Working knowledge", "yes"), row("messaging", "Awareness", "no")],
      0.625,
      2,
    ],
    // (4 · 0.5 + 2 · 1) of 6, the third not assessed
    [
      "what is not assessed counts neither way",
      [
        row("caching", "Practitioner", "mixed"),
        row("messaging", "Foundational", "strong_yes"),
        row("testing", "Expert", null),
      ],
      2 / 3,
      2,
    ],
    ["definitely not is nothing", [row("caching", "Expert", "definitely_not")], 0, 1],
  ])("%s", (_name, rows, share, assessed) => {
    const progress = weightedProgress(rows);
    expect(progress).toEqual({
      share: share === null ? null : expect.closeTo(share, 10),
      assessed,
      rows: rows.length,
    });
  });
});

describe("a level is held", () => {
  it.each<[string, RatedRow[], boolean]>([
    ["with yes all through", [row("a", "Expert", "yes"), row("b", "Foundational", "yes")], true],
    // (5 · 0.75 + 2 · 0.5) of 7 = 0.68
    ["not below that", [row("a", "Expert", "yes"), row("b", "Foundational", "mixed")], false],
    // (5 · 1 + 2 · 0.25) of 7 = 0.79
    [
      "with a weak row that others outweigh",
      [row("a", "Expert", "strong_yes"), row("b", "Foundational", "no")],
      true,
    ],
    // (5 · 1 + 5 · 1 + 2 · 0) of 12 = 0.83
    [
      "never with a required row at zero",
      [
        row("a", "Expert", "strong_yes"),
        row("b", "Expert", "strong_yes"),
        row("c", "Foundational", "definitely_not"),
      ],
      false,
    ],
    [
      "never with a required row that nobody assessed",
      [row("a", "Expert", "strong_yes"), row("b", "Foundational", null)],
      false,
    ],
    // (5 · 1 + 1 · 0) of 6 = 0.83
    [
      "with awareness at zero",
      [row("a", "Expert", "strong_yes"), row("b", "Awareness", "definitely_not")],
      true,
    ],
    ["not by awareness that nobody assessed alone", [row("a", "Awareness", null)], false],
  ])("%s", (_name, rows, held) => {
    expect(isHeld(rows)).toBe(held);
  });
});

describe("the level reached", () => {
  const path = ["junior", "engineer", "senior", "staff"];
  const held = [row("a", "Expert", "yes")];
  const missed = [row("a", "Expert", "mixed")];

  it.each<[string, string, [string, RatedRow[]][], string]>([
    ["where one was placed, without a review", "engineer", [], "engineer"],
    ["the next one that is held", "engineer", [["senior", held]], "senior"],
    [
      "several in turn",
      "junior",
      [
        ["engineer", held],
        ["senior", held],
      ],
      "senior",
    ],
    [
      "no level is skipped",
      "junior",
      [
        ["engineer", missed],
        ["senior", held],
      ],
      "junior",
    ],
    ["nor one without a review", "junior", [["senior", held]], "junior"],
    [
      "a lost level below one's place takes nothing away",
      "senior",
      [["engineer", missed]],
      "senior",
    ],
    ["the last one has none after it", "staff", [["staff", missed]], "staff"],
  ])("%s", (_name, placed, rated, reached) => {
    expect(levelReached(path, placed, new Map(rated))).toBe(reached);
  });
});

describe("gaps", () => {
  it("are weight times what is missing, the largest first, then as the framework orders them", () => {
    const gaps = gapsOf([
      row("small", "Foundational", "yes"), // 2 · 0.25
      row("first of two", "Practitioner", "mixed"), // 4 · 0.5
      row("second of two", "Foundational", "definitely_not"), // 2 · 1
      row("largest", "Expert", "no"), // 5 · 0.75
      row("none", "Expert", "strong_yes"),
      row("unknown", "Expert", null),
    ]);
    expect(gaps).toEqual([
      { competency: "largest", size: 3.75 },
      { competency: "first of two", size: 2 },
      { competency: "second of two", size: 2 },
      { competency: "small", size: 0.5 },
    ]);
  });
});

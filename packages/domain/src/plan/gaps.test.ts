import { describe, expect, it } from "vitest";
import { gapsOnPath, type Marks, type RatedLevel } from "./gaps.ts";

type Row = RatedLevel["rows"][number];
const row = (
  competency: string,
  proficiency: Row["proficiency"],
  rating: Row["rating"],
  by: Row["by"] = rating === null ? null : "manager",
): Row => ({ competency, proficiency, rating, by });
const none: Marks = new Map();

describe("the gaps on the way to a level, by hand", () => {
  it.each<[string, RatedLevel[], Marks, ReturnType<typeof gapsOnPath>]>([
    [
      "weight times the share that is not met, the largest first",
      [
        {
          key: "senior",
          rows: [
            row("caching", "Practitioner", "yes"),
            row("testing", "Working knowledge", "no", "self"),
            row("apis", "Expert", "strong_yes"),
          ],
        },
      ],
      none,
      [
        { competency: "testing", size: 2.25, from: "senior", by: "self" },
        { competency: "caching", size: 1, from: "senior", by: "manager" },
      ],
    ],
    [
      "from the lowest level that was rated below yes",
      [
        { key: "engineer", rows: [row("caching", "Working knowledge", "mixed")] },
        { key: "senior", rows: [row("caching", "Practitioner", "no")] },
      ],
      none,
      [{ competency: "caching", size: 3, from: "engineer", by: "manager" }],
    ],
    [
      "by the highest level that was rated",
      [
        { key: "engineer", rows: [row("caching", "Working knowledge", "mixed")] },
        { key: "senior", rows: [row("caching", "Practitioner", null)] },
      ],
      none,
      [{ competency: "caching", size: 1.5, from: "engineer", by: "manager" }],
    ],
    [
      "by hand only where nothing was rated",
      [
        {
          key: "senior",
          rows: [
            row("caching", "Practitioner", null),
            row("testing", "Working knowledge", "mixed"),
          ],
        },
      ],
      new Map([
        ["caching", "definitely_not"],
        ["testing", "definitely_not"],
      ]),
      [
        { competency: "caching", size: 4, from: "senior", by: "hand" },
        { competency: "testing", size: 1.5, from: "senior", by: "manager" },
      ],
    ],
    [
      "nothing where nothing was rated or marked",
      [{ key: "senior", rows: [row("caching", "Practitioner", null)] }],
      none,
      [],
    ],
    ["nothing without a level", [], none, []],
  ])("%s", (_name, levels, marks, expected) => {
    expect(gapsOnPath(levels, marks)).toEqual(expected);
  });
});

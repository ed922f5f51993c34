import type { PointView } from "@rubric/domain/progress/schemas";
import { describe, expect, it } from "vitest";
import { againstWords, namesVersions, pointWords, runsOf } from "./point-words.ts";

const SENIOR = { id: "senior-1", name: "Senior", version: 1 };
const SENIOR_2 = { id: "senior-2", name: "Senior", version: 2 };
const ENGINEER = { id: "engineer-1", name: "Engineer", version: 1 };

function point(day: string, of: Partial<PointView>): PointView {
  return {
    competency: "caching",
    by: "self",
    rating: "yes",
    level: SENIOR,
    about: "",
    ...of,
    day,
  };
}

describe("what a line joins", () => {
  const [first, second, third] = ["2026-01-05", "2026-04-06", "2026-07-06"];
  it.each([
    ["two marks against one level", [SENIOR, SENIOR], [[first, second]]],
    ["nothing of two levels", [SENIOR, ENGINEER], []],
    ["nothing of two versions of a level", [SENIOR, SENIOR_2], []],
    ["what belongs together around another level", [SENIOR, ENGINEER, SENIOR], [[first, third]]],
    ["nothing of a single mark", [SENIOR], []],
  ] as const)("is %s", (_, levels, expected) => {
    const days = [first, second, third];
    const points = levels.map((level, n) => point(days[n] ?? "", { level }));
    expect(runsOf(points, "self").map((run) => run.map(({ day }) => day))).toEqual(expected);
  });

  it("is never a mark of another side, one without a rating, or an interview", () => {
    const points = [
      point(first, {}),
      point(second, { by: "manager" }),
      point(third, { rating: null }),
      point(first, { by: "baseline", level: null }),
      point(second, { by: "baseline", level: null }),
    ];
    expect(runsOf(points, "self")).toEqual([]);
    expect(runsOf(points, "manager")).toEqual([]);
    expect(runsOf(points, "baseline")).toEqual([]);
  });
});

describe("the words of a point", () => {
  it("carry its own level and day", () => {
    expect(pointWords(point("2026-11-02", { level: ENGINEER, rating: "mixed" }), false)).toBe(
      "Self-review, Mixed against Engineer, 2 Nov 2026",
    );
    expect(
      pointWords(point("2026-11-02", { by: "baseline", level: null, rating: "no" }), false),
    ).toBe("Interview, No, 2 Nov 2026");
    const done = { by: "plan", level: null, rating: null, about: "A cache" } as const;
    expect(pointWords(point("2026-11-02", done), false)).toBe(
      "Done of the plan, A cache, 2 Nov 2026",
    );
  });

  it("name the version once there is more than one", () => {
    const both = [point("2026-01-05", {}), point("2026-04-06", { level: SENIOR_2 })];
    expect(namesVersions(both)).toBe(true);
    expect(namesVersions([point("2026-01-05", {}), point("2026-04-06", { level: null })])).toBe(
      false,
    );
    expect(both.map((one) => againstWords(one, true))).toEqual([
      "against Senior, version 1",
      "against Senior, version 2",
    ]);
  });
});

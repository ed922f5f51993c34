import type { ProgressView } from "@rubric/domain/progress/schemas";
import { expect, it } from "vitest";
import { atHandOf } from "./at-hand.ts";

type Point = ProgressView["points"][number];

const point = (by: Point["by"], day: string, rating: Point["rating"] = "yes"): Point => ({
  competency: "caching",
  day,
  by,
  rating,
  level: null,
  about: `${by} ${day}`,
});
const evidence = (day: string, removed = false): ProgressView["evidence"][number] => ({
  id: day,
  kind: "link",
  title: day,
  note: "",
  competencies: ["caching"],
  day,
  url: null,
  file: null,
  figureId: null,
  addedBy: "Somebody",
  addedAt: "2026-10-01T00:00:00.000Z",
  removed: removed ? { by: "Somebody", at: "2026-10-02T00:00:00.000Z", reason: "Wrong." } : null,
  may: { remove: null },
});
const review = { openedAt: "2026-10-10T09:00:00.000Z", rows: [{ key: "caching" }, { key: "x" }] };
const nothing = { points: [], evidence: [], metrics: [], figures: [], checkIns: [] };

it("holds what came since the review before, and no mark of this one (law 1)", () => {
  const { since, by } = atHandOf(
    {
      ...nothing,
      points: [
        point("self", "2026-03-01", "no"),
        point("self", "2026-06-01"),
        point("manager", "2026-06-02", "mixed"),
        point("plan", "2026-05-30", null),
        point("plan", "2026-09-01", null),
        point("manager", "2026-10-10"),
        point("manager", "2026-10-20"),
        point("baseline", "2026-01-01"),
      ],
      evidence: [evidence("2026-05-01"), evidence("2026-09-02"), evidence("2026-09-03", true)],
    },
    review,
  );
  expect(since).toBe("2026-06-02");
  expect([...by.keys()]).toEqual(["caching"]);
  const of = by.get("caching");
  expect(of?.marks.map(({ about }) => about)).toEqual(["self 2026-06-01", "manager 2026-06-02"]);
  expect(of?.done.map(({ day }) => day)).toEqual(["2026-09-01"]);
  expect(of?.evidence.map(({ day }) => day)).toEqual(["2026-09-02"]);
});

it("holds everything before the first review", () => {
  const { since, by } = atHandOf({ ...nothing, evidence: [evidence("2025-01-01")] }, review);
  expect(since).toBeNull();
  expect(by.get("caching")?.evidence).toHaveLength(1);
});

import { describe, expect, it } from "vitest";
import { violationsOf } from "./check.ts";
import { comparePlans } from "./compare.ts";
import type { Plan, PlanItem, Planned, PlanRequest } from "./request.ts";

const item = (id: string, over: Partial<PlanItem> = {}): PlanItem => ({
  id,
  kind: "practice",
  competency: "caching",
  level: "senior",
  hours: 2,
  technologies: [],
  requires: [],
  preparation: false,
  ...over,
});
const REQUEST: PlanRequest = {
  weeks: 4,
  hoursAWeek: 2,
  goal: "promotion",
  path: ["senior"],
  technologies: [],
  gaps: [
    { competency: "caching", size: 2, from: "senior" },
    { competency: "testing", size: 1, from: "senior" },
  ],
  done: ["past"],
  kept: [],
  without: ["refused"],
};
const planned = (id: string, ...portions: [number, number][]): Planned => ({
  id,
  portions: portions.map(([week, hours]) => ({ week, hours })),
  why: { because: "gap", left: 1, nth: 1 },
  after: [],
});
const LIBRARY = [
  item("a"),
  item("b", { requires: ["a"] }),
  item("t", { competency: "testing" }),
  item("past"),
  item("refused"),
];
const plan = (...items: Planned[]): Plan => ({ items, left: [] });

describe("a plan's violations", () => {
  it.each<[string, Plan, string[]]>([
    ["none", plan(planned("a", [1, 2]), planned("b", [2, 2]), planned("t", [3, 2])), []],
    ["an item twice", plan(planned("a", [1, 2]), planned("a", [2, 2])), ["a stands twice"]],
    ["one that is done", plan(planned("past", [1, 2])), ["past is done, taken out or left out"]],
    ["one taken out", plan(planned("refused", [1, 2])), ["refused is done, taken out or left out"]],
    ["one nobody knows", plan(planned("ghost", [1, 2])), ["ghost is not in the library"]],
    ["a full week", plan(planned("a", [1, 2]), planned("t", [1, 2])), ["week 1 has 4 hours"]],
    ["a week too many", plan(planned("a", [5, 2])), ["week 5 lies outside the plan"]],
    ["hours missing", plan(planned("a", [1, 1])), ["a has 1 of 2 hours"]],
    ["a prerequisite missing", plan(planned("b", [1, 2])), ["b misses a"]],
    [
      "a prerequisite too late",
      plan(planned("b", [1, 2]), planned("a", [2, 2])),
      ["b comes before a"],
    ],
    [
      "a larger gap passed over",
      { items: [planned("t", [1, 2])], left: [{ id: "a", because: "no_time" }] },
      ["caching is passed over"],
    ],
    [
      "not one that no item fits",
      { items: [planned("t", [1, 2])], left: [{ id: "a", because: "other_technology" }] },
      [],
    ],
  ])("%s", (_name, given, expected) => {
    expect(violationsOf(given, REQUEST, LIBRARY)).toEqual(expected);
  });
});

it("tells what became of each item from one plan to the next", () => {
  const before = plan(planned("a", [1, 2]), planned("b", [2, 1], [3, 1]), planned("t", [4, 2]));
  const after = plan(planned("new", [1, 2]), planned("a", [1, 2]), planned("b", [3, 1], [4, 1]));
  expect(comparePlans(before, after)).toEqual([
    { id: "new", change: "added", before: null, after: { from: 1, to: 1 } },
    { id: "a", change: "same", before: { from: 1, to: 1 }, after: { from: 1, to: 1 } },
    { id: "b", change: "moved", before: { from: 2, to: 3 }, after: { from: 3, to: 4 } },
    { id: "t", change: "removed", before: { from: 4, to: 4 }, after: null },
  ]);
});

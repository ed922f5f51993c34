import { describe, expect, it } from "vitest";
import { violationsOf } from "./check.ts";
import { comparePlans } from "./compare.ts";
import { choosePlan } from "./choose.ts";
import type { LeftOut, Plan, PlanItem, Planned, PlanRequest } from "./request.ts";

const item = (id: string, over: Partial<PlanItem> = {}): PlanItem => ({
  id,
  kind: "practice",
  competency: "caching",
  level: "senior",
  hours: 2,
  technologies: [],
  requires: [],
  preparation: false,
  goals: [],
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
const LIBRARY = [
  item("a"),
  item("b", { requires: ["a"] }),
  item("t", { competency: "testing" }),
  item("big", { competency: "testing", hours: 4 }),
  item("past", { competency: "api" }),
  item("refused"),
  item("java", { technologies: ["java"] }),
  item("low", { level: "junior" }),
  item("mock", { goals: ["new_role"] }),
];
const LEFT: LeftOut[] = [
  { id: "big", because: "no_time" },
  { id: "java", because: "other_technology" },
  { id: "low", because: "outside_levels" },
  { id: "mock", because: "other_goal" },
  { id: "refused", because: "taken_out" },
];
const gap = (id: string, left: number, nth: number, ...portions: [number, number][]): Planned => ({
  id,
  portions: portions.map(([week, hours]) => ({ week, hours })),
  why: { because: "gap", left, nth },
  after: [],
});
const kept = (id: string, ...portions: [number, number][]): Planned => ({
  ...gap(id, 0, 0, ...portions),
  why: { because: "kept" },
});
const a = gap("a", 2, 1, [1, 2]);
const b = { ...gap("b", 1, 2, [2, 2]), after: ["a"] };
const t = gap("t", 1, 1, [3, 2]);
const plan = (...items: Planned[]): Plan => ({ items, left: LEFT });

it("finds nothing wrong with the plan that is made", () => {
  expect(choosePlan(REQUEST, LIBRARY)).toEqual(plan(a, b, t));
  expect(violationsOf(plan(a, b, t), REQUEST, LIBRARY)).toEqual([]);
});

describe("a mutated plan's violations", () => {
  it.each<[string, Plan, string[]]>([
    ["an item twice", plan(a, b, t, kept("a", [4, 2])), ["a stands twice"]],
    [
      "one that is done",
      plan(a, b, t, kept("past", [4, 2])),
      ["past is done, taken out or left out"],
    ],
    [
      "one taken out",
      plan(a, b, t, kept("refused", [4, 2])),
      ["refused is done, taken out or left out"],
    ],
    ["one nobody knows", plan(a, b, t, kept("ghost", [4, 2])), ["ghost is not in the library"]],
    ["a full week", plan(a, b, gap("t", 1, 1, [2, 2])), ["week 2 has 4 hours"]],
    ["a week too many", plan(a, b, gap("t", 1, 1, [5, 2])), ["week 5 lies outside the plan"]],
    ["hours missing", plan(a, b, gap("t", 1, 1, [3, 1])), ["t has 1 of 2 hours"]],
    ["a prerequisite missing", plan(gap("b", 2, 1, [1, 2]), t), ["b misses a", "a is forgotten"]],
    [
      "a prerequisite too late",
      plan(gap("b", 2, 1, [1, 2]), gap("a", 1, 2, [2, 2]), t),
      ["b comes before a"],
    ],
    [
      "a smaller gap first",
      plan(gap("t", 1, 1, [1, 2]), gap("a", 2, 1, [2, 2]), gap("b", 1, 2, [3, 2])),
      ["a comes after a smaller gap"],
    ],
    ["a wrong reason", plan(a, b, gap("t", 0.5, 1, [3, 2])), ["t says wrongly what was missing"]],
    [
      "a larger gap passed over",
      {
        items: [t],
        left: [...LEFT, { id: "a", because: "no_time" }, { id: "b", because: "no_time" }],
      },
      ["caching is passed over"],
    ],
    [
      "but not one that no item fits",
      {
        items: [t],
        left: [...LEFT, ...["a", "b"].map((id) => ({ id, because: "other_technology" as const }))],
      },
      [],
    ],
    [
      "another technology",
      { items: [a, b, t, gap("java", 0.5, 3, [4, 2])], left: LEFT.filter((l) => l.id !== "java") },
      ["java is of another technology"],
    ],
    [
      "another level",
      { items: [a, b, t, gap("low", 0.5, 3, [4, 2])], left: LEFT.filter((l) => l.id !== "low") },
      ["low is of another level"],
    ],
    [
      "another goal",
      { items: [a, b, t, gap("mock", 0.5, 3, [4, 2])], left: LEFT.filter((l) => l.id !== "mock") },
      ["mock is for another goal"],
    ],
    ["one forgotten", { items: [a, b, t], left: LEFT.slice(1) }, ["big is forgotten"]],
  ])("%s", (_name, given, expected) => {
    expect(violationsOf(given, REQUEST, LIBRARY)).toEqual(expected);
  });
});

it("tells what became of each item from one plan to the next", () => {
  const before = plan(kept("a", [1, 2]), kept("b", [2, 1], [3, 1]), kept("t", [4, 2]));
  const after = plan(kept("new", [1, 2]), kept("a", [1, 2]), kept("b", [3, 1], [4, 1]));
  expect(comparePlans(before, after)).toEqual([
    { id: "new", change: "added", before: null, after: { from: 1, to: 1 } },
    { id: "a", change: "same", before: { from: 1, to: 1 }, after: { from: 1, to: 1 } },
    { id: "b", change: "moved", before: { from: 2, to: 3 }, after: { from: 3, to: 4 } },
    { id: "t", change: "removed", before: { from: 4, to: 4 }, after: null },
  ]);
});

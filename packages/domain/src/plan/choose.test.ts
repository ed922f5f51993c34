import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { violationsOf } from "./check.ts";
import { choosePlan } from "./choose.ts";
import { pour } from "./pour.ts";
import { GOALS, ITEM_KINDS, type PlanItem, type PlanRequest } from "./request.ts";

const item = (id: string, over: Partial<PlanItem> = {}): PlanItem => ({
  id,
  kind: "reading",
  competency: "caching",
  level: "senior",
  hours: 4,
  technologies: [],
  requires: [],
  preparation: false,
  goals: [],
  ...over,
});
const request = (over: Partial<PlanRequest> = {}): PlanRequest => ({
  weeks: 4,
  hoursAWeek: 5,
  goal: "promotion",
  path: ["engineer", "senior"],
  technologies: ["go"],
  gaps: [{ competency: "caching", size: 2, from: "engineer" }],
  done: [],
  kept: [],
  without: [],
  ...over,
});
const ids = (given: PlanRequest, library: readonly PlanItem[]) =>
  choosePlan(given, library).items.map(({ id }) => id);

describe("the order of items, by hand", () => {
  it.each<[string, Partial<PlanRequest>, PlanItem[], string[]]>([
    [
      "the lower level, then the kind, then the shorter",
      {},
      [
        item("long", { hours: 5 }),
        item("build", { kind: "project" }),
        item("short", { hours: 3 }),
        item("low", { level: "engineer", kind: "project" }),
      ],
      ["low", "short", "long", "build"],
    ],
    [
      "one's own technology before what suits any",
      {},
      [item("any"), item("go", { technologies: ["go"], hours: 6 })],
      ["go", "any"],
    ],
    [
      "for a new role, what prepares for it",
      { goal: "new_role" },
      [item("read"), item("mock", { kind: "pairing", preparation: true })],
      ["mock", "read"],
    ],
    [
      "on a learning path, one's own technology before the kind",
      { goal: "learning_path" },
      [item("read"), item("build", { kind: "project", technologies: ["go"] })],
      ["build", "read"],
    ],
    [
      "each item halves what is missing: 3, 2, 1.5, 1",
      {
        gaps: [
          { competency: "caching", size: 3, from: "senior" },
          { competency: "testing", size: 2, from: "senior" },
        ],
      },
      [
        item("c1"),
        item("c2"),
        item("c3"),
        item("t1", { competency: "testing" }),
        item("t2", { competency: "testing" }),
      ],
      ["c1", "t1", "c2", "t2", "c3"],
    ],
    [
      "what is required comes with it, and first",
      {},
      [item("a", { requires: ["z"] }), item("z", { kind: "project" })],
      ["z", "a"],
    ],
    [
      "what is done is required no more",
      { done: ["z"] },
      [item("a", { requires: ["z"] }), item("z")],
      ["a"],
    ],
    [
      "what somebody put in comes first, whatever its competency",
      { kept: ["other"] },
      [item("a"), item("other", { competency: "testing", technologies: ["java"] })],
      ["other", "a"],
    ],
  ])("%s", (_name, over, library, expected) => {
    expect(ids(request(over), library)).toEqual(expected);
    expect(ids(request(over), library.toReversed())).toEqual(expected);
  });
});

describe("what is left out says why", () => {
  it.each<[string, Partial<PlanRequest>, PlanItem[]]>([
    ["taken_out", { without: ["x"] }, [item("x")]],
    ["other_technology", {}, [item("x", { technologies: ["java"] })]],
    ["other_goal", {}, [item("x", { goals: ["new_role"] })]],
    [
      "prerequisite_left_out",
      {},
      [item("x", { requires: ["y"] }), item("y", { competency: "testing", goals: ["new_role"] })],
    ],
    ["outside_levels", {}, [item("x", { level: "staff" })]],
    [
      "outside_levels",
      { gaps: [{ competency: "caching", size: 1, from: "senior" }] },
      [item("x", { level: "engineer" })],
    ],
    ["no_time", {}, [item("x", { hours: 21 })]],
    [
      "no_time",
      {},
      [item("x", { hours: 11, requires: ["y"] }), item("y", { competency: "testing", hours: 10 })],
    ],
    [
      "prerequisite_left_out",
      { without: ["y"] },
      [item("x", { requires: ["y"] }), item("y", { competency: "testing" })],
    ],
    [
      "prerequisite_left_out",
      {},
      [
        item("x", { requires: ["y"] }),
        item("y", { competency: "testing", technologies: ["java"] }),
      ],
    ],
    ["prerequisite_left_out", {}, [item("x", { requires: ["x"] })]],
  ])("%s", (because, over, library) => {
    const plan = choosePlan(request(over), library);
    expect(plan.items).toEqual([]);
    expect(plan.left).toEqual([{ id: "x", because }]);
  });

  it("and what leads towards no gap is no loss", () => {
    expect(choosePlan(request(), [item("x", { competency: "testing" })])).toEqual({
      items: [],
      left: [],
    });
  });
});

it("says why each item is in it, what was missing then, and what it waits for", () => {
  const library = [
    item("z", { competency: "testing", hours: 3 }),
    item("a", { requires: ["z"] }),
    item("b", { hours: 6 }),
  ];
  expect(choosePlan(request(), library).items).toEqual([
    {
      id: "z",
      portions: [{ week: 1, hours: 3 }],
      why: { because: "required", by: "a" },
      after: [],
    },
    {
      id: "a",
      portions: [
        { week: 1, hours: 2 },
        { week: 2, hours: 2 },
      ],
      why: { because: "gap", left: 2, nth: 1 },
      after: ["z"],
    },
    {
      id: "b",
      portions: [
        { week: 2, hours: 3 },
        { week: 3, hours: 3 },
      ],
      why: { because: "gap", left: 1, nth: 2 },
      after: [],
    },
  ]);
});

const COMPETENCIES = ["a", "b", "c", "d"];
const LEVELS = ["junior", "engineer", "senior", "staff"];
const someItem = (id: string) =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom(...ITEM_KINDS),
    competency: fc.constantFrom(...COMPETENCIES),
    level: fc.constantFrom(...LEVELS),
    hours: fc.integer({ min: 1, max: 30 }),
    technologies: fc.subarray(["go", "java"]),
    requires: fc.subarray(
      Array.from({ length: 12 }, (_, n) => `i${String(n)}`),
      { maxLength: 3 },
    ),
    preparation: fc.boolean(),
    goals: fc.subarray([...GOALS]),
  });
const library = fc.tuple(...Array.from({ length: 12 }, (_, n) => someItem(`i${String(n)}`)));
const someRequest = fc
  .record({
    weeks: fc.integer({ min: 4, max: 26 }),
    hoursAWeek: fc.integer({ min: 1, max: 20 }),
    goal: fc.constantFrom(...GOALS),
    technologies: fc.subarray(["go", "java"]),
    gaps: fc.uniqueArray(
      fc.record({
        competency: fc.constantFrom(...COMPETENCIES),
        size: fc.integer({ min: 1, max: 20 }).map((quarters) => quarters / 4),
        from: fc.constantFrom(...LEVELS),
      }),
      { selector: ({ competency }) => competency },
    ),
    done: fc.subarray(["i0", "i1", "i2"]),
    without: fc.subarray(["i3", "i4"]),
    kept: fc.subarray(["i5", "i6"]),
  })
  .map((some): PlanRequest => ({ ...some, path: LEVELS }));

describe("any plan", () => {
  it("breaks none of the rules by which it is checked, circles of prerequisites among them", () => {
    fc.assert(
      fc.property(someRequest, library, (given, items) => {
        expect(violationsOf(choosePlan(given, items), given, items)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same whatever the library's order", () => {
    fc.assert(
      fc.property(someRequest, library, (given, items) => {
        expect(choosePlan(given, items.toReversed())).toEqual(choosePlan(given, items));
      }),
    );
  });
});

it.each<[number[], number, number[][]]>([
  [[2, 3], 5, [[1], [1]]],
  [[7, 3], 5, [[1, 2], [2]]],
  [[5, 5], 5, [[1], [2]]],
  [[1, 9], 3, [[1], [1, 2, 3, 4]]],
])("lays %j hours out over weeks of %i", (hours, hoursAWeek, expected) => {
  const laid = pour(hours, 4, hoursAWeek);
  expect(laid.map((portions) => portions.map(({ week }) => week))).toEqual(expected);
});

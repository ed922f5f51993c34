import { describe, expect, it } from "vitest";
import {
  type ArrangedItem,
  hasAgreed,
  type PlanFacts,
  type PlanSide,
  whyNotAgreePlan,
  whyNotAimAt,
  whyNotArranged,
  whyNotEditPlan,
  whyNotEndPlan,
  whyNotMakePlan,
  whyNotMarkDone,
  whyNotReplan,
  whyNotStartOn,
  whyNotUndo,
} from "./rules.ts";

const code = (denial: { code: string } | null) => denial?.code ?? null;
const facts = (over: Partial<PlanFacts> = {}): PlanFacts => ({
  state: "draft",
  revision: 2,
  items: 3,
  agreements: [],
  ...over,
});
const word = (side: PlanSide, revision = 2, memberId = side === "self" ? "me" : "boss") => ({
  side,
  memberId,
  revision,
});

describe("a plan is made", () => {
  it.each<[Parameters<typeof whyNotMakePlan>[0], string | null]>([
    [[], null],
    [["ended", "superseded"], null],
    [["draft"], "GROWTH_PLAN_DRAFT"],
    [["agreed", "ended"], "GROWTH_PLAN_IN_FORCE"],
    [["agreed", "draft"], "GROWTH_PLAN_DRAFT"],
  ])("beside %j: %s", (states, expected) => {
    expect(code(whyNotMakePlan(states))).toBe(expected);
  });

  it.each<[...Parameters<typeof whyNotAimAt>, string | null]>([
    ["promotion", { held: false, gaps: 1, unshared: false }, null],
    ["promotion", { held: true, gaps: 1, unshared: false }, "GROWTH_PLAN_NOT_ABOVE"],
    ["learning_path", { held: true, gaps: 1, unshared: true }, null],
    ["new_role", { held: true, gaps: 1, unshared: false }, null],
    ["new_role", { held: false, gaps: 0, unshared: true }, "GROWTH_PLAN_NOTHING"],
  ])("for %s with %j: %s", (goal, aim, expected) => {
    expect(code(whyNotAimAt(goal, aim))).toBe(expected);
  });

  it.each<[string, string | null]>([
    ["2026-03-10", null],
    ["2026-03-04", null],
    ["2026-03-03", "GROWTH_PLAN_START"],
    ["2026-03-20", null],
    ["2026-03-21", "GROWTH_PLAN_START"],
  ])("to start on %s: %s", (startOn, expected) => {
    expect(code(whyNotStartOn(startOn, "2026-03-10", { planStartDays: 10 }))).toBe(expected);
  });
});

describe("a draft is changed", () => {
  it.each<[PlanFacts["state"], number, string | null]>([
    ["draft", 2, null],
    ["draft", 1, "GROWTH_PLAN_CHANGED"],
    ["agreed", 2, "GROWTH_PLAN_NOT_DRAFT"],
    ["superseded", 2, "GROWTH_PLAN_NOT_DRAFT"],
    ["ended", 2, "GROWTH_PLAN_NOT_DRAFT"],
  ])("%s, upon revision %i of 2: %s", (state, upon, expected) => {
    expect(code(whyNotEditPlan(facts({ state }), upon))).toBe(expected);
  });

  const item = (id: string, hours = 2, requires: string[] = []): ArrangedItem => ({
    id,
    title: `Item ${id}`,
    hours,
    requires,
  });
  const titles = new Map([["z", "Item z"]]);
  it.each<[string, ArrangedItem[], string[], string | null]>([
    ["what fits", [item("a"), item("b", 2, ["a"])], [], null],
    ["a full plan", [item("a", 4), item("b", 2)], [], null],
    ["an hour too many", [item("a", 4), item("b", 3)], [], "GROWTH_PLAN_FULL"],
    ["one twice", [item("a"), item("a")], [], "GROWTH_PLAN_REPEATS"],
    ["one that is done", [item("a")], ["a"], "GROWTH_PLAN_REPEATS"],
    ["what requires what is done", [item("a", 2, ["z"])], ["z"], null],
    ["what requires what is missing", [item("a", 2, ["z"])], [], "GROWTH_PLAN_REQUIRES"],
    ["what requires what comes later", [item("a", 2, ["b"]), item("b")], [], "GROWTH_PLAN_ORDER"],
  ])("to hold %s: %s", (_name, order, done, expected) => {
    expect(code(whyNotArranged(order, { done, hours: 6, titles }))).toBe(expected);
  });
});

describe("law 4: a plan is agreed to by two people", () => {
  const pair = { managerId: "boss" };
  it.each<[string, Partial<PlanFacts>, PlanSide, string | null, string | null]>([
    ["the first word", {}, "self", "boss", null],
    ["the other's", { agreements: [word("self")] }, "manager", "boss", null],
    ["one's own again", { agreements: [word("self")] }, "self", "boss", "GROWTH_PLAN_AGREED"],
    ["one's own to another revision", { agreements: [word("self", 1)] }, "self", "boss", null],
    ["nothing to agree to", { items: 0 }, "self", "boss", "GROWTH_PLAN_EMPTY"],
    ["nobody to agree with", {}, "self", null, "GROWTH_PLAN_ALONE"],
    ["an agreed plan", { state: "agreed" }, "self", "boss", "GROWTH_PLAN_NOT_DRAFT"],
    ["an ended plan", { state: "ended" }, "manager", "boss", "GROWTH_PLAN_NOT_DRAFT"],
  ])("%s: %s", (_name, over, side, managerId, expected) => {
    expect(code(whyNotAgreePlan(facts(over), side, { managerId }))).toBe(expected);
  });

  it.each<[string, Partial<PlanFacts>, PlanSide, boolean]>([
    ["nobody's", {}, "self", false],
    ["the person's", { agreements: [word("self")] }, "self", true],
    ["to an older revision", { agreements: [word("self", 1)] }, "self", false],
    ["the manager's", { agreements: [word("manager")] }, "manager", true],
    ["a former manager's", { agreements: [word("manager", 2, "former")] }, "manager", false],
  ])("and %s word stands or not", (_name, over, side, expected) => {
    expect(hasAgreed(facts(over), side, pair)).toBe(expected);
  });
});

describe("an agreed plan is worked on", () => {
  it.each<[PlanFacts["state"], boolean, string | null, string | null]>([
    ["agreed", false, null, "GROWTH_PLAN_ITEM_OPEN"],
    ["agreed", true, "GROWTH_PLAN_ITEM_DONE", null],
    ["draft", false, "GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_NOT_AGREED"],
    ["superseded", false, "GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_NOT_AGREED"],
    ["ended", true, "GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_NOT_AGREED"],
  ])("%s, an item done %s: mark %s, undo %s", (state, done, mark, undo) => {
    expect(code(whyNotMarkDone({ state }, { title: "A", done }))).toBe(mark);
    expect(code(whyNotUndo({ state }, { title: "A", done }))).toBe(undo);
  });

  it.each<[PlanFacts["state"], PlanFacts["state"][], string | null, string | null]>([
    ["agreed", ["agreed"], null, null],
    ["agreed", ["agreed", "draft"], "GROWTH_PLAN_DRAFT", null],
    ["draft", ["draft"], "GROWTH_PLAN_NOT_AGREED", null],
    ["superseded", ["superseded"], "GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_OVER"],
    ["ended", ["ended"], "GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_OVER"],
  ])("%s beside %j: replan %s, end %s", (state, states, replan, end) => {
    expect(code(whyNotReplan({ state }, states))).toBe(replan);
    expect(code(whyNotEndPlan({ state }))).toBe(end);
  });
});

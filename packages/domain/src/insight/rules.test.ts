import { describe, expect, it } from "vitest";
import { LIMITS } from "../limits.ts";
import { endOfQuarter, monthCutoff, quarterCutoff } from "./cutoff.ts";
import { healthOf } from "./health.ts";
import { raterInsightRule } from "./raters-rule.ts";
import { reviewInsightRule } from "./reviews-rule.ts";
import { NO_STEPS, separationOf, type Steps } from "./separation.ts";

describe("what policies switch on", () => {
  it.each([
    [false, 10, null],
    [true, 10, { effect: "count", facts: { people: 10 } }],
    [true, 25, { effect: "count", facts: { people: 25 } }],
  ])("reviews compared: %s, from %i people", (shown, people, verdict) => {
    expect(reviewInsightRule.judge({}, { shown, people }, "flow")).toEqual(verdict);
  });

  it.each([
    [false, 10, null],
    [true, 12, { effect: "show", facts: { scorecards: 12 } }],
  ])("raters shown: %s, from %i scorecards", (shown, scorecards, verdict) => {
    expect(raterInsightRule.judge({}, { shown, scorecards }, "flow")).toEqual(verdict);
  });

  it("is off where nobody set a policy, and never goes below the product's own number", () => {
    expect(reviewInsightRule.judge({}, reviewInsightRule.defaults, "flow")).toBeNull();
    expect(raterInsightRule.judge({}, raterInsightRule.defaults, "flow")).toBeNull();
    expect(reviewInsightRule.parameters.safeParse({ shown: true, people: 9 }).success).toBe(false);
    expect(raterInsightRule.parameters.safeParse({ shown: true, scorecards: 9 }).success).toBe(
      false,
    );
  });
});

describe("the day before which an application must have ended", () => {
  const iso = (date: Date) => date.toISOString();
  it.each([
    ["2026-11-15T12:00:00Z", "UTC", "2026-10-01T00:00:00.000Z"],
    ["2026-11-16T12:00:00Z", "UTC", "2026-11-01T00:00:00.000Z"],
    ["2026-11-30T12:00:00Z", "UTC", "2026-11-01T00:00:00.000Z"],
    ["2026-11-20T12:00:00Z", "Europe/Berlin", "2026-10-31T23:00:00.000Z"],
  ])("at %s in %s: %s", (at, zone, before) => {
    expect(iso(monthCutoff(new Date(at), zone, LIMITS))).toBe(before);
  });

  it.each([
    ["2026-10-15T12:00:00Z", "2026-Q2", "2026-07-01T00:00:00.000Z"],
    ["2026-10-16T12:00:00Z", "2026-Q3", "2026-10-01T00:00:00.000Z"],
    ["2027-01-20T12:00:00Z", "2026-Q4", "2027-01-01T00:00:00.000Z"],
  ])("at %s the last quarter is %s", (at, quarter, end) => {
    const found = quarterCutoff(new Date(at), "UTC", LIMITS);
    expect([found.quarter, iso(found.end)]).toEqual([quarter, end]);
    expect(iso(endOfQuarter(quarter, "UTC"))).toBe(end);
  });
});

const HIGH: Steps = [0, 0, 2, 8, 10];
const LOW: Steps = [6, 8, 4, 2, 0];
const plain = { withdrawn: false, resting: false };

describe("how a question does", () => {
  it("tells apart who was recommended by others from who was not", () => {
    const found = separationOf(HIGH, LOW);
    expect(found).toMatchObject({ for: 20, against: 20 });
    expect(found?.delta).toBeCloseTo(0.92, 10);
    expect(found?.low).toBeGreaterThan(0.6);
  });

  it("says nothing with fewer than eight on a side", () => {
    expect(separationOf(HIGH, [3, 4, 0, 0, 0])).toBeNull();
    expect(separationOf([0, 0, 0, 4, 4], [4, 4, 0, 0, 0])).not.toBeNull();
  });

  it.each<[string, number, Steps, Steps, { withdrawn: boolean; resting: boolean }, string | null]>([
    ["asked seldom, tells apart", 12, HIGH, LOW, plain, null],
    ["asked often", 40, HIGH, LOW, plain, "rotate"],
    ["asked often, rests", 40, HIGH, LOW, { ...plain, resting: true }, null],
    ["asked often, withdrawn", 40, HIGH, LOW, { ...plain, withdrawn: true }, null],
    ["tells nobody apart", 50, [5, 10, 20, 10, 5], [5, 10, 20, 10, 5], plain, "retire"],
    ["seems to tell nobody apart, of few", 20, [2, 2, 2, 2, 2], [2, 2, 2, 2, 2], plain, null],
    ["too few to say", 3, [0, 0, 1, 1, 0], NO_STEPS, plain, null],
  ])("%s", (_name, askedThisYear, recommended, against, question, suggestion) => {
    const facts = { askedThisYear, recommended, against, ratings: recommended };
    expect(healthOf(facts, question).suggestion).toBe(suggestion);
  });

  it("shows no ratings of fewer than ten", () => {
    const of = (ratings: Steps) =>
      healthOf({ askedThisYear: 0, recommended: NO_STEPS, against: NO_STEPS, ratings }, plain);
    expect(of([0, 0, 4, 5, 0]).ratings).toEqual({ n: 9, steps: null });
    expect(of([0, 0, 5, 5, 0]).ratings).toEqual({ n: 10, steps: [0, 0, 5, 5, 0] });
  });
});

import { describe, expect, it } from "vitest";
import { isQuarterStart, quarterOf, whyNotRaters } from "./rules.ts";

describe("the quarter of a day", () => {
  it.each([
    ["2026-01-01", "2026-Q1", true],
    ["2026-03-31", "2026-Q1", false],
    ["2026-04-07", "2026-Q2", true],
    ["2026-04-08", "2026-Q2", false],
    ["2026-09-30", "2026-Q3", false],
    ["2026-10-01", "2026-Q4", true],
    ["2026-12-31", "2026-Q4", false],
  ])("%s lies in %s; begins it: %s", (day, quarter, begins) => {
    expect(quarterOf(day)).toBe(quarter);
    expect(isQuarterStart(day)).toBe(begins);
  });
});

describe("figures on raters are shown", () => {
  const least = { managers: 3, people: 5 };
  it.each([
    ["of enough managers", { managers: 3, least }, null],
    ["not of too few", { managers: 2, least }, "RATERS_TOO_FEW"],
    ["not where they are off", { managers: 9, least: null }, "RATERS_OFF"],
  ])("%s", (_, facts, code) => {
    expect(whyNotRaters(facts)?.code ?? null).toBe(code);
  });
});

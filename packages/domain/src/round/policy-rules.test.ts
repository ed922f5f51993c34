import { describe, expect, it } from "vitest";
import { quarterlyRule } from "./quarterly-rule.ts";
import { ratersRule } from "./raters-rule.ts";

describe("rounds that open by themselves", () => {
  it.each([
    [true, { effect: "open_round", facts: { dueDays: 21 } }],
    [false, null],
  ])("each quarter: %s", (each, verdict) => {
    expect(quarterlyRule.judge({}, { each, dueDays: 21 }, "flow")).toEqual(verdict);
  });

  it("are off unless an organization says so", () => {
    expect(quarterlyRule.judge({}, quarterlyRule.defaults, "flow")).toBeNull();
  });
});

describe("figures on raters", () => {
  it.each([
    [true, { effect: "show_raters", facts: { people: 5, managers: 3 } }],
    [false, null],
  ])("shown: %s", (shown, verdict) => {
    expect(ratersRule.judge({}, { shown, people: 5, managers: 3 }, "flow")).toEqual(verdict);
  });

  it("are off unless an establishment says so, and never of fewer than 3 managers with 5 people", () => {
    expect(ratersRule.judge({}, ratersRule.defaults, "flow")).toBeNull();
    const parse = (people: number, managers: number) =>
      ratersRule.parameters.safeParse({ shown: true, people, managers }).success;
    expect([parse(5, 3), parse(4, 3), parse(5, 2)]).toEqual([true, false, false]);
  });
});

import { describe, expect, it } from "vitest";
import { baselineManagerRule, strictestOf } from "./manager-rule.ts";
import { BASELINE_STATEMENT, baselineNoticeRule, statementOf } from "./notice-rule.ts";
import type { Sight } from "./rules.ts";

describe("what privacy notices say of a baseline", () => {
  const said = (...each: boolean[]) =>
    statementOf(
      each
        .map((one) => baselineNoticeRule.judge({}, { said: one }, "flow"))
        .filter((one) => one !== null && "effect" in one),
    );

  it.each([
    ["nothing without a place", [], null],
    ["nothing unless an organization says so", [baselineNoticeRule.defaults.said], null],
    ["that it may, where all places say so", [true, true], BASELINE_STATEMENT],
    ["nothing where one place does not", [true, false], null],
  ])("%s", (_, each, words) => {
    expect(said(...each)).toBe(words);
  });
});

describe("what the manager sees of a baseline", () => {
  const sees = (...each: [Sight, number][]) =>
    strictestOf(
      each
        .map(([sees, graceDays]) => baselineManagerRule.judge({}, { sees, graceDays }, "flow"))
        .filter((one) => one !== null && "effect" in one),
    );

  it.each<[string, [Sight, number][], [Sight, number]]>([
    ["as one place says", [["ratings", 7]], ["ratings", 7]],
    [
      "the least of several, the latest",
      [
        ["ratings_and_evidence", 3],
        ["ratings", 2],
      ],
      ["ratings", 3],
    ],
    [
      "nothing where one place shows nothing",
      [
        ["nothing", 1],
        ["ratings_and_evidence", 9],
      ],
      ["nothing", 9],
    ],
  ])("%s", (_, each, [level, graceDays]) => {
    expect(sees(...each)).toEqual({ sees: level, graceDays });
  });

  it("is ratings a week later, unless an organization says otherwise", () => {
    const verdict = baselineManagerRule.judge({}, baselineManagerRule.defaults, "flow");
    expect(verdict).toEqual({ effect: "manager_sees", facts: { sees: "ratings", graceDays: 7 } });
  });
});

import { describe, expect, it } from "vitest";
import { mayVary } from "../policy/rule.ts";
import { adjustmentLimitRule, questionLimitRule } from "./question-limits.ts";

describe.each([
  [questionLimitRule, "QUESTIONS_WAITING"],
  [adjustmentLimitRule, "ADJUSTMENTS_WAITING"],
])("$name", (rule, code) => {
  it.each([
    [0, 5, null],
    [4, 5, null],
    [5, 5, code],
    [6, 5, code],
    [1, 1, code],
  ])("%i wait, at most %i: %s", (waiting, most, refusal) => {
    const verdict = rule.judge({ waiting }, { most }, "validation");
    expect(verdict).toEqual(refusal === null ? null : expect.objectContaining({ code: refusal }));
  });

  it("lets one ask at all", () => {
    expect(rule.parameters.safeParse({ most: 0 }).success).toBe(false);
  });
});

it("law 17: how often one may ask to be arranged for is no experiment, how often one may ask is", () => {
  expect([questionLimitRule, adjustmentLimitRule].map(mayVary)).toEqual([true, false]);
});

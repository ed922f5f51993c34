import { describe, expect, it } from "vitest";
import { adjustmentLimitRule, questionLimitRule } from "../candidate/question-limits.ts";
import { selfIdentificationRule } from "../fairness/self-identification.ts";
import { headcountRule } from "../offer/headcount.ts";
import { mayVary } from "../policy/rule.ts";
import { allRules, findRule } from "../policy/rulebook.ts";
import { whyNotStart, whyNotStop, whyNotVary } from "./rules.ts";
import { VARIABLE } from "./subjects.ts";

const why = (denial: ReturnType<typeof whyNotVary>) =>
  denial?.code === "EXPERIMENT_RULE" ? denial.facts.why : denial;

describe("what an experiment may vary", () => {
  it.each([
    ["headcount, law 9", headcountRule, "law"],
    ["self-identification, law 1", selfIdentificationRule, "law"],
    ["adjustments, law 17", adjustmentLimitRule, "law"],
    ["pay", { name: "offer.pay", laws: [], pay: true as const }, "pay"],
    ["what nothing measures", { name: "application.unmeasured", laws: [] }, "measure"],
    ["no rule", null, "unknown"],
    ["how many questions may wait", questionLimitRule, null],
  ])("%s", (_, rule, refused) => {
    expect(why(whyNotVary(rule))).toBe(refused);
  });

  it("is measured by what fits the rule", () => {
    const rule = findRule("application.rejectionDelay");
    expect(why(whyNotVary(rule, "applied_again"))).toBeNull();
    expect(why(whyNotVary(rule, "withdrew"))).toBe("measure");
  });

  it("is none of the rules that a law or pay decides, whatever the list says", () => {
    const decided = allRules().filter((rule) => !mayVary(rule));
    expect(decided.length).toBeGreaterThan(0);
    expect(decided.filter((rule) => whyNotVary(rule) === null)).toEqual([]);
    const listed = Object.keys(VARIABLE).map((name) => findRule(name));
    expect(listed.every((rule) => rule !== null && mayVary(rule))).toBe(true);
  });
});

describe("starting and stopping", () => {
  it.each([
    ["draft", "b", null],
    ["draft", "a", "EXPERIMENT_OWN"],
    ["running", "b", "EXPERIMENT_STATE"],
    ["stopped", "b", "EXPERIMENT_STATE"],
  ] as const)("a %s one that a wrote is started by %s: %s", (state, memberId, code) => {
    expect(whyNotStart({ state, createdBy: "a", memberId })?.code ?? null).toBe(code);
  });

  it.each([
    ["draft", null],
    ["running", null],
    ["stopped", "EXPERIMENT_STATE"],
  ] as const)("a %s one is stopped: %s", (state, code) => {
    expect(whyNotStop({ state })?.code ?? null).toBe(code);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RuleKind } from "../policy/rule.ts";
import { headcountRule } from "./headcount.ts";

const NONE = { open: 0, reserved: 1, filled: 1, held: 0, beyond: 0, asked: 0 };
type Facts = typeof NONE;

function said(facts: Facts, marginPercent: number, kind: RuleKind): string {
  const verdict = headcountRule.judge(facts, { marginPercent }, kind);
  if (verdict === null) return "passed";
  return "code" in verdict
    ? verdict.code
    : `${verdict.effect} ${Object.values(verdict.facts).join()}`;
}

describe("law 9: the rule of headcount", () => {
  it.each<[string, Partial<Facts>, number, RuleKind, string]>([
    ["an opening is free", { open: 1 }, 20, "validation", "passed"],
    ["an opening is free", { open: 1, held: 2 }, 20, "flow", "passed"],
    ["none is free", {}, 20, "validation", "HEADCOUNT"],
    ["the free ones are on hold", { held: 1 }, 20, "validation", "REQUISITION_ON_HOLD"],
    ["the free ones are on hold", { held: 1 }, 20, "flow", "REQUISITION_ON_HOLD"],
    ["the first beyond", {}, 20, "flow", "raise_requisition 2"],
    ["the first beyond, no margin", {}, 0, "flow", "raise_requisition 1"],
    ["the second, covered", { beyond: 1, asked: 2 }, 20, "flow", "use_requisition 2"],
    ["the third", { beyond: 2, asked: 2 }, 20, "flow", "raise_requisition 2"],
    ["the third, no margin", { beyond: 2, asked: 2 }, 0, "flow", "raise_requisition 1"],
    ["the third, double", { beyond: 2, asked: 2 }, 100, "flow", "raise_requisition 4"],
    ["one was cancelled since", { beyond: 3, asked: 2 }, 20, "flow", "raise_requisition 3"],
  ])("%s", (_, facts, margin, kind, expected) => {
    expect(said({ ...NONE, ...facts }, margin, kind)).toBe(expected);
  });

  it("asks for each offer beyond headcount once, with one margin on the whole", () => {
    const steps = fc.array(fc.boolean(), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), steps, (marginPercent, sends) => {
        let [beyond, asked, most] = [0, 0, 0];
        for (const send of sends) {
          if (!send) {
            beyond = Math.max(0, beyond - 1);
            continue;
          }
          const verdict = headcountRule.judge(
            { ...NONE, beyond, asked },
            { marginPercent },
            "flow",
          );
          if (verdict !== null && "effect" in verdict && verdict.effect === "raise_requisition") {
            expect(verdict.facts.seats).toBeGreaterThan(0);
            asked += verdict.facts.seats;
          }
          beyond += 1;
          most = Math.max(most, beyond);
          expect(asked).toBeGreaterThanOrEqual(beyond);
          expect(asked).toBeLessThanOrEqual(Math.ceil((most * (100 + marginPercent)) / 100));
        }
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import type { RuleKind } from "../policy/rule.ts";
import { headcountRule } from "./headcount.ts";

describe("law 9: headcount, as validation and as flow", () => {
  it.each<[RuleKind, [number, number, number], number, string, object]>([
    ["validation", [1, 0, 0], 20, "passed", {}],
    ["validation", [1, 2, 3], 20, "passed", {}],
    ["validation", [0, 1, 2], 20, "HEADCOUNT", { openings: 3, reserved: 1, filled: 2 }],
    ["validation", [0, 0, 0], 20, "HEADCOUNT", { openings: 0, reserved: 0, filled: 0 }],
    ["flow", [1, 0, 0], 20, "passed", {}],
    ["flow", [0, 3, 0], 0, "raise_requisition", { seats: 1 }],
    ["flow", [0, 3, 0], 1, "raise_requisition", { seats: 2 }],
    ["flow", [0, 3, 0], 100, "raise_requisition", { seats: 2 }],
  ])(
    "%s with %j open, reserved, filled and %i %%: %s",
    (kind, seats, marginPercent, says, facts) => {
      const [open, reserved, filled] = seats;
      const verdict = headcountRule.judge({ open, reserved, filled }, { marginPercent }, kind);
      const said = verdict === null ? "passed" : "code" in verdict ? verdict.code : verdict.effect;
      expect(said).toBe(says);
      expect(verdict?.facts ?? {}).toEqual(facts);
    },
  );
});

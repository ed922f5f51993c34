import { describe, expect, it } from "vitest";
import { requisitionRequiredRule } from "./required.ts";

describe("law 9: whether a requisition is required", () => {
  it.each([
    [false, false, null],
    [false, true, null],
    [true, true, null],
    [true, false, "REQUISITION_REQUIRED"],
  ])("required %s, approved %s: %s", (required, approved, expected) => {
    const verdict = requisitionRequiredRule.judge({ approved }, { required }, "validation");
    expect(verdict !== null && "code" in verdict ? verdict.code : null).toBe(expected);
  });
});

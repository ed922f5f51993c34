import { describe, expect, it } from "vitest";
import { atLeast, atMost, medianOf, ratioOf, spreadOf } from "./figures.ts";

describe("figures of rounds", () => {
  it("have their middle as the median, whatever their order, and none without rounds", () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([])).toBeNaN();
    expect(spreadOf([3, 1, 2])).toEqual({ least: 1, median: 2, most: 3, rounds: [3, 1, 2] });
    expect(spreadOf([]).median).toBeNaN();
  });

  it("are compared round by round, so that a slow moment of the machine tells nothing", () => {
    const ratio = ratioOf([80, 8, 90], [100, 10, 100]);
    expect(ratio.median).toBeCloseTo(0.8);
    expect(ratio.least).toBeCloseTo(0.8);
    expect(ratio.most).toBeCloseTo(0.9);
    expect(() => ratioOf([1, 2], [1])).toThrow("as many rounds");
  });

  it("hold at their target and not beside it", () => {
    expect(atLeast("a", spreadOf([0.8]), 0.8)).toEqual({
      name: "a",
      figure: "0.80 (0.80–0.80)",
      target: "≥ 0.8",
      held: true,
    });
    expect(atLeast("a", spreadOf([0.799, 0.799]), 0.8).held).toBe(false);
    expect(atMost("b", 1.5, 1.5).held).toBe(true);
    expect(atMost("b", 1.51, 1.5).held).toBe(false);
  });

  it("never hold without a number", () => {
    expect(atLeast("a", spreadOf([]), 0).held).toBe(false);
    expect(atLeast("a", ratioOf([0], [0]), 0).held).toBe(false);
    expect(atMost("b", Number.NaN, 1).held).toBe(false);
  });
});

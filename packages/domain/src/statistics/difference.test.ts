import { describe, expect, it } from "vitest";
import { meanDifference } from "./difference.ts";

/**
 * Hours of sleep gained by two drugs. Source: Student, The probable error of a mean, Biometrika 6
 * (1908); Welch's interval of it as in the manual of R, `t.test(extra ~ group, data = sleep)`.
 */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe("the difference of two means", () => {
  it("has the interval of the published example", () => {
    const found = meanDifference(FIRST, SECOND);
    expect(found?.difference).toBeCloseTo(-1.58, 10);
    expect(found?.low).toBeCloseTo(-3.3654832, 4);
    expect(found?.high).toBeCloseTo(0.2054832, 4);
  });

  it("is unknown of a single value, and certain where nothing varies", () => {
    expect(meanDifference([1], SECOND)).toBeNull();
    expect(meanDifference([2, 2], [1, 1])).toEqual({ difference: 1, low: 1, high: 1 });
  });
});

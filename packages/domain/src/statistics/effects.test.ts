import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cliffDelta, cliffInterval } from "./dominance.ts";
import { medianInterval, medianOf } from "./median.ts";
import { meanWithInterval, student95 } from "./student.ts";

/** Hogarty & Kromrey, Using SAS to calculate tests of Cliff's delta, SUGI 24 (1999). */
const TREATED = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50];
const CONTROL = [10, 20, 30, 40, 40, 50];

const values = fc.array(fc.nat(4), { minLength: 2, maxLength: 20 });

describe("Cliff's delta", () => {
  it("is the published one of Hogarty and Kromrey", () => {
    expect(cliffDelta(TREATED, CONTROL)).toBeCloseTo(-0.25, 10);
  });

  it("has the interval that R's effsize prints for it", () => {
    const { low, high } = cliffInterval(TREATED, CONTROL);
    expect(low).toBeCloseTo(-0.7265846, 5);
    expect(high).toBeCloseTo(0.3890062, 5);
  });

  it("is 1 where the groups are apart, with an interval that ends there", () => {
    expect(cliffDelta([3, 4], [0, 1])).toBe(1);
    const { low, high } = cliffInterval([3, 3, 4, 4, 4], [0, 1, 1, 1, 2]);
    expect(high).toBe(1);
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(1);
  });

  it("turns round with its groups, and its interval holds it", () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const delta = cliffDelta(one, other);
        const [there, back] = [cliffInterval(one, other), cliffInterval(other, one)];
        expect(cliffDelta(other, one)).toBeCloseTo(-delta, 10);
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.low).toBeLessThanOrEqual(delta + 1e-9);
        expect(there.high).toBeGreaterThanOrEqual(delta - 1e-9);
      }),
    );
  });

  it("says nothing of a single value", () => {
    expect(cliffInterval([1], [2, 3])).toEqual({ low: -1, high: 1 });
  });
});

describe("Student's interval of a mean", () => {
  it("is the published one of Cushny and Peebles' ten patients", () => {
    // Student (1908); R's manual of t.test: 1.58, from 0.7001142 to 2.4598858.
    const hours = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const { mean, interval } = meanWithInterval(hours);
    expect(mean).toBeCloseTo(1.58, 10);
    expect(interval.low).toBeCloseTo(0.7001142, 4);
    expect(interval.high).toBeCloseTo(2.4598858, 4);
  });

  it.each([
    [4, 2.776445],
    [9, 2.262157],
    [14, 2.144787],
    [30, 2.042272],
    [120, 1.97993],
  ])("has the tabled quantile of %i degrees of freedom", (freedom, quantile) => {
    expect(Math.abs(student95(freedom) - quantile)).toBeLessThan(0.001);
  });

  it("is the whole line of one value", () => {
    expect(meanWithInterval([2]).interval).toEqual({ low: -Infinity, high: Infinity });
  });
});

describe("the interval of a median", () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
  // Campbell & Gardner, BMJ 296 (1988), table: ranks of the limits by sample size.
  it.each([
    [6, 1, 6],
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [30, 10, 21],
    [50, 18, 33],
  ])("has the tabled ranks of %i values", (n, low, high) => {
    expect(medianInterval(upTo(n))).toEqual({ low, high });
  });

  it("is nothing of five", () => {
    expect(medianInterval(upTo(5))).toBeNull();
  });

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
  ])("has its median: %j", (of, median) => {
    expect(medianOf(of)).toBe(median);
  });
});

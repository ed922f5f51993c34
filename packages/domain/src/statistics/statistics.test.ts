import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherExact } from "./fisher.ts";
import { newcombe, shareOf, wilson } from "./proportion.ts";

const count = fc
  .integer({ min: 1, max: 60 })
  .chain((total) => fc.integer({ min: 0, max: total }).map((of) => ({ of, total })));

describe("Wilson's interval", () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("is Newcombe's published one: %i of %i", (of, total, low, high) => {
    const interval = wilson({ of, total });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("holds the share and stays between 0 and 1", () => {
    fc.assert(
      fc.property(count, (one) => {
        const { low, high } = wilson(one);
        return 0 <= low && low <= shareOf(one) && shareOf(one) <= high && high <= 1;
      }),
    );
  });
});

describe("Newcombe's interval of a difference", () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 10, 0.6075, 1],
  ])("is the published one: %i of %i less %i of %i", (a, m, b, n, low, high) => {
    const interval = newcombe({ of: a, total: m }, { of: b, total: n });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("turns round with its two sides", () => {
    fc.assert(
      fc.property(count, count, (one, other) => {
        const there = newcombe(one, other);
        const back = newcombe(other, one);
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.high).toBeCloseTo(-back.low, 10);
      }),
    );
  });
});

describe("Fisher's exact test", () => {
  it.each([
    ["Fisher's lady tasting tea (1935)", 3, 4, 1, 4, 0.485714286],
    ["Fisher's convicted twins, as in R's manual", 2, 17, 10, 13, 0.0005367],
    ["a table without a difference", 5, 10, 5, 10, 1],
    ["the most extreme table of its margins", 10, 10, 0, 10, 2 / 184_756],
  ])("agrees with %s", (_, a, m, b, n, p) => {
    expect(fisherExact({ of: a, total: m }, { of: b, total: n })).toBeCloseTo(p, 6);
  });

  it("is symmetric, in (0, 1], and 1 where the shares are one", () => {
    fc.assert(
      fc.property(count, count, (one, other) => {
        const p = fisherExact(one, other);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact(other, one)).toBeCloseTo(p, 9);
        expect(fisherExact(one, one)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("stays exact where factorials would overflow", () => {
    expect(fisherExact({ of: 300, total: 1000 }, { of: 260, total: 1000 })).toBeCloseTo(
      0.052054,
      6,
    );
  });
});

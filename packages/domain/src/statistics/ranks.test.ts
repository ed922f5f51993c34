import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kappaError, kappaInterval, weightedKappa } from "./kappa.ts";
import { type Pair, spearman, spearmanInterval } from "./ranks.ts";

/** Hunter's lightness and a panel's score of nine lots of tuna: Hollander & Wolfe (1973), p. 187. */
const TUNA: Pair[] = [
  [44.4, 2.6],
  [45.9, 3.1],
  [41.9, 2.5],
  [53.3, 5],
  [44.7, 3.6],
  [44.1, 4],
  [50.7, 5.2],
  [45.2, 2.8],
  [60.1, 3.8],
];

const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 4, maxLength: 40 });

describe("Spearman's rank correlation", () => {
  it("is the published one of Hollander and Wolfe's tuna", () => {
    expect(spearman(TUNA)).toBeCloseTo(0.6, 10);
  });

  it.each<[string, Pair[], number]>([
    [
      "the same order",
      [
        [1, 10],
        [2, 20],
        [3, 30],
      ],
      1,
    ],
    [
      "the opposite order",
      [
        [1, 30],
        [2, 20],
        [3, 10],
      ],
      -1,
    ],
    [
      "ties at their mean rank",
      [
        [1, 1],
        [1, 2],
        [2, 3],
        [3, 3],
      ],
      4 / 4.5,
    ],
  ])("%s", (_name, given, expected) => {
    expect(spearman(given)).toBeCloseTo(expected, 10);
  });

  it("is nothing where one side does not vary", () => {
    expect(
      spearman([
        [1, 5],
        [2, 5],
        [3, 5],
      ]),
    ).toBeNull();
  });

  it("asks for the order alone", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const stretched = given.map(([x, y]): Pair => [Math.exp(x), y ** 3]);
        expect(spearman(stretched)).toEqual(spearman(given));
      }),
    );
  });
});

describe("the interval of a rank correlation", () => {
  it.each([
    // atanh(0.6) = 0.693147, sqrt(1.18 / 6) = 0.443471
    [0.6, 9, -0.174244, 0.915776],
    // atanh(0) = 0, sqrt(1 / 97) = 0.101535
    [0, 100, -0.196421, 0.196421],
    [0.9, 3, -1, 1],
  ])("by hand: %d of %i pairs", (correlation, n, low, high) => {
    const interval = spearmanInterval(correlation, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

const cells = (table: readonly (readonly number[])[]): Pair[] =>
  table.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, (): Pair => [a, b])),
  );

describe("weighted kappa", () => {
  it("is the published one of 91 married couples", () => {
    // Hout, Duncan & Sobel (1987), in Agresti, Categorical Data Analysis: 0.2374 with linear weights.
    const couples = cells([
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ]);
    expect(weightedKappa(couples, 4)).toBeCloseTo(0.2374, 4);
    // Its error as R's vcd prints it for these data: 0.07832.
    const error = kappaError(couples, 4) ?? Number.NaN;
    expect(error).toBeCloseTo(0.07832, 5);
    expect(kappaInterval(0.2374, error).low).toBeCloseTo(0.2374 - 1.96 * 0.07832, 4);
  });

  it.each<[string, Pair[], number]>([
    [
      "full agreement",
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      1,
    ],
    [
      "as by chance",
      cells([
        [1, 1],
        [1, 1],
      ]),
      0,
    ],
    [
      "one step apart each time",
      [
        [0, 1],
        [1, 2],
      ],
      1 - 1 / (1 / 4 + 2 / 4 + 0 + 1 / 4),
    ],
  ])("by hand: %s", (_name, given, expected) => {
    expect(weightedKappa(given, 5)).toBeCloseTo(expected, 10);
  });

  it("is nothing where both stay at one point", () => {
    expect(
      weightedKappa(
        [
          [3, 3],
          [3, 3],
        ],
        5,
      ),
    ).toBeNull();
  });

  it("is the same whoever is called first", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const turned = given.map(([a, b]): Pair => [b, a]);
        expect(weightedKappa(turned, 5) ?? -2).toBeCloseTo(weightedKappa(given, 5) ?? -2, 10);
      }),
    );
  });
});

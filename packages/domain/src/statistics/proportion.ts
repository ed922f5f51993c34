/** So many of so many. */
export type Count = { of: number; total: number };
export type Interval = { low: number; high: number };

/** The two-sided 95 % quantile of the normal distribution. */
export const NORMAL_95 = 1.959963984540054;

/** The share; NaN of none. */
export function shareOf({ of, total }: Count): number {
  return of / total;
}

/**
 * Wilson's 95 % interval of a proportion, without continuity correction. Source: Newcombe, Two-sided
 * confidence intervals for the single proportion, Statistics in Medicine 17 (1998), method 3.
 */
export function wilson({ of, total }: Count): Interval {
  const share = of / total;
  const square = NORMAL_95 * NORMAL_95;
  const middle = 2 * of + square;
  const half = NORMAL_95 * Math.sqrt(square + 4 * of * (1 - share));
  const below = 2 * (total + square);
  return {
    low: of === 0 ? 0 : (middle - half) / below,
    high: of === total ? 1 : (middle + half) / below,
  };
}

/**
 * Newcombe's 95 % interval of the difference of two independent proportions, first less second.
 * Source: Newcombe, Interval estimation for the difference between independent proportions,
 * Statistics in Medicine 17 (1998), method 10.
 */
export function newcombe(first: Count, second: Count): Interval {
  const [a, b] = [wilson(first), wilson(second)];
  const [p, q] = [shareOf(first), shareOf(second)];
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}

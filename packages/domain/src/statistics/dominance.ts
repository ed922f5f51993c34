import { type Interval } from "./proportion.ts";
import { student95 } from "./student.ts";

/**
 * Cliff's delta: how much more often a value of the first group is above one of the second than
 * below it, from -1 to 1; 0 where neither is more often above. NaN where a group is empty. Source:
 * Cliff, Dominance statistics, Psychological Bulletin 114 (1993).
 */
export function cliffDelta(first: readonly number[], second: readonly number[]): number {
  return meanOf(first.flatMap((x) => second.map((y) => Math.sign(x - y))));
}

/**
 * The 95 % interval of Cliff's delta by the unbiased estimate of its variance, with Cliff's
 * asymmetric limits and Student's t; the whole range with fewer than two values in a group. Where
 * the groups are wholly apart, as if one pair of all were tied. Source: Feng & Cliff, Monte Carlo
 * evaluation of ordinal d with improved confidence interval, Journal of Modern Applied Statistical
 * Methods 3 (2004).
 */
export function cliffInterval(first: readonly number[], second: readonly number[]): Interval {
  const [m, n] = [first.length, second.length];
  if (m < 2 || n < 2) return { low: -1, high: 1 };
  const seen = cliffDelta(first, second);
  const delta = Math.abs(seen) === 1 ? seen * ((m * n - 1) / (m * n)) : seen;
  const variance = Math.max(
    varianceOf(first, second, delta),
    (1 - delta ** 2) / (m * n - 1), // Cliff's least
  );
  const t = student95(m + n - 2);
  const square = t ** 2 * variance;
  const half = Math.sqrt(square) * Math.sqrt((1 - delta ** 2) ** 2 + square);
  const below = 1 - delta ** 2 + square;
  return {
    low: seen === -1 ? -1 : Math.max(-1, (delta - delta ** 3 - half) / below),
    high: seen === 1 ? 1 : Math.min(1, (delta - delta ** 3 + half) / below),
  };
}

function varianceOf(first: readonly number[], second: readonly number[], delta: number): number {
  const [m, n] = [first.length, second.length];
  const squares = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - delta) ** 2, 0);
  const rows = squares(first.map((x) => meanOf(second.map((y) => Math.sign(x - y)))));
  const columns = squares(second.map((y) => meanOf(first.map((x) => Math.sign(x - y)))));
  const cells = squares(first.flatMap((x) => second.map((y) => Math.sign(x - y))));
  return (n ** 2 * rows + m ** 2 * columns - cells) / (m * n * (m - 1) * (n - 1));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

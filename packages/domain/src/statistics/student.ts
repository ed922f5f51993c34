import { type Interval, NORMAL_95 } from "./proportion.ts";

/**
 * The two-sided 95 % quantile of Student's t for so many degrees of freedom, from four on right to
 * three decimals; infinite below one. Source: Abramowitz & Stegun, Handbook of Mathematical Functions
 * (1964), 26.7.5.
 */
export function student95(freedom: number): number {
  if (freedom < 1) return Infinity;
  const x = NORMAL_95;
  return (
    x +
    (x ** 3 + x) / (4 * freedom) +
    (5 * x ** 5 + 16 * x ** 3 + 3 * x) / (96 * freedom ** 2) +
    (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / (384 * freedom ** 3) +
    (79 * x ** 9 + 776 * x ** 7 + 1482 * x ** 5 - 1920 * x ** 3 - 945 * x) / (92_160 * freedom ** 4)
  );
}

/**
 * The mean of values and its 95 % interval by Student's t; of one value the whole line. Source:
 * Student, The probable error of a mean, Biometrika 6 (1908).
 */
export function meanWithInterval(values: readonly number[]): { mean: number; interval: Interval } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { mean, interval: { low: -Infinity, high: Infinity } };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = student95(n - 1) * Math.sqrt(variance / n);
  return { mean, interval: { low: mean - half, high: mean + half } };
}

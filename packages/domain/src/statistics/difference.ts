import { type Interval, NORMAL_95 } from "./proportion.ts";

/**
 * The difference of two means with its 95 % interval by Welch's t; null with fewer than two values
 * on a side. Source: Welch, The generalization of "Student's" problem, Biometrika 34 (1947).
 */
export function meanDifference(
  of: readonly number[],
  against: readonly number[],
): (Interval & { difference: number }) | null {
  if (of.length < 2 || against.length < 2) return null;
  const [a, b] = [squaredError(of), squaredError(against)];
  const difference = meanOf(of) - meanOf(against);
  if (a + b === 0) return { difference, low: difference, high: difference };
  const freedom = (a + b) ** 2 / (a ** 2 / (of.length - 1) + b ** 2 / (against.length - 1));
  const half = studentQuantile(freedom) * Math.sqrt(a + b);
  return { difference, low: difference - half, high: difference + half };
}

/** The squared standard error of a mean. */
function squaredError(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return squares / (values.length - 1) / values.length;
}

/**
 * The 97.5 % point of Student's t, by its expansion in powers of 1 / freedom. Source: Abramowitz &
 * Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
 */
function studentQuantile(freedom: number): number {
  const z = NORMAL_95;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, at) => sum + term / freedom ** (at + 1), z);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

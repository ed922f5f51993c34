import { type Interval, NORMAL_95 } from "./proportion.ts";

/** Two values that belong together. */
export type Pair = readonly [number, number];

/**
 * Spearman's rank correlation, ties at the mean of their ranks: Pearson's correlation of the ranks.
 * Null where one side does not vary. Source: Hollander & Wolfe, Nonparametric Statistical Methods
 * (1973), 8.5.
 */
export function spearman(pairs: readonly Pair[]): number | null {
  return pearson(ranksOf(pairs.map(([x]) => x)), ranksOf(pairs.map(([, y]) => y)));
}

/**
 * The 95 % interval of a rank correlation of n pairs, by Fisher's z with Bonett and Wright's
 * variance; the whole range with fewer than four. Source: Bonett & Wright, Sample size requirements
 * for estimating Pearson, Kendall and Spearman correlations, Psychometrika 65 (2000).
 */
export function spearmanInterval(correlation: number, n: number): Interval {
  if (n < 4) return { low: -1, high: 1 };
  const z = Math.atanh(correlation);
  const half = NORMAL_95 * Math.sqrt((1 + correlation ** 2 / 2) / (n - 3));
  return { low: Math.tanh(z - half), high: Math.tanh(z + half) };
}

function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same + 1) / 2;
  });
}

function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  const sum = (of: (x: number, y: number) => number) =>
    xs.reduce((total, x, at) => total + of(x - mx, (ys[at] ?? Number.NaN) - my), 0);
  const spread = Math.sqrt(sum((x) => x * x) * sum((_x, y) => y * y));
  return spread === 0 ? null : sum((x, y) => x * y) / spread;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

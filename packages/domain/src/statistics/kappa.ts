import { type Interval, NORMAL_95 } from "./proportion.ts";
import type { Pair } from "./ranks.ts";

/**
 * Cohen's weighted kappa of two raters on an ordered scale from 0 to `steps` - 1, a disagreement
 * weighing as many points as it is steps wide: 1 in full agreement, 0 as by chance. Null where neither
 * ever leaves one point, for then chance agrees in full. Source: Cohen, Weighted kappa,
 * Psychological Bulletin 70 (1968).
 */
export function weightedKappa(pairs: readonly Pair[], steps: number): number | null {
  const { byChance, seen } = disagreement(pairs, steps);
  return byChance === 0 ? null : 1 - seen / byChance;
}

/**
 * The standard error of the weighted kappa of so many pairs, for large samples; null where kappa is.
 * Source: Fleiss, Cohen & Everitt, Large sample standard errors of kappa and weighted kappa,
 * Psychological Bulletin 72 (1969).
 */
export function kappaError(pairs: readonly Pair[], steps: number): number | null {
  const { byChance, seen, share, scale } = disagreement(pairs, steps);
  if (byChance === 0) return null;
  const kappa = 1 - seen / byChance;
  const agree = (a: number, b: number) => 1 - Math.abs(a - b) / (steps - 1);
  const ofFirst = scale.map((a) => sum(scale.map((b) => share(1, b) * agree(a, b))));
  const ofSecond = scale.map((b) => sum(scale.map((a) => share(0, a) * agree(a, b))));
  const chance = 1 - byChance / (steps - 1);
  const spread = sum(
    pairs.map(([a, b]) => {
      const margins = (ofFirst[a] ?? 0) + (ofSecond[b] ?? 0);
      return (agree(a, b) - margins * (1 - kappa)) ** 2 / pairs.length;
    }),
  );
  const variance = (spread - (kappa - chance * (1 - kappa)) ** 2) / (1 - chance) ** 2;
  return Math.sqrt(Math.max(0, variance) / pairs.length);
}

/** The 95 % interval of a kappa by its standard error, within -1 and 1. */
export function kappaInterval(kappa: number, error: number): Interval {
  const half = NORMAL_95 * error;
  return { low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) };
}

function disagreement(pairs: readonly Pair[], steps: number) {
  const share = (rater: 0 | 1, point: number) =>
    pairs.filter((pair) => pair[rater] === point).length / pairs.length;
  const scale = Array.from({ length: steps }, (_, point) => point);
  const byChance = sum(
    scale.flatMap((a) => scale.map((b) => Math.abs(a - b) * share(0, a) * share(1, b))),
  );
  const seen = sum(pairs.map(([a, b]) => Math.abs(a - b))) / pairs.length;
  return { share, scale, byChance, seen };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}

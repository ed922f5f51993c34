import type { Pair } from "./ranks.ts";

/**
 * Cohen's weighted kappa of two raters on an ordered scale from 0 to `steps` - 1, a disagreement
 * weighing as many points as it is steps wide: 1 in full agreement, 0 as by chance. Null where neither
 * ever leaves one point, for then chance agrees in full. Source: Cohen, Weighted kappa,
 * Psychological Bulletin 70 (1968).
 */
export function weightedKappa(pairs: readonly Pair[], steps: number): number | null {
  const share = (rater: 0 | 1, point: number) =>
    pairs.filter((pair) => pair[rater] === point).length / pairs.length;
  const scale = Array.from({ length: steps }, (_, point) => point);
  const byChance = scale
    .flatMap((a) => scale.map((b) => Math.abs(a - b) * share(0, a) * share(1, b)))
    .reduce((sum, one) => sum + one, 0);
  const seen = pairs.reduce((sum, [a, b]) => sum + Math.abs(a - b), 0) / pairs.length;
  return byChance === 0 ? null : 1 - seen / byChance;
}

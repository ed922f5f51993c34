import type { Count } from "./proportion.ts";

/** What two probabilities may differ by and still count as equal, as a share of the larger one. */
const TIE = 1e-7;

/**
 * Fisher's exact test of two proportions, two-sided: the probability, with all margins held, of a
 * table that is no likelier than the one seen. The definition, and the allowance for ties, of R's
 * `fisher.test`.
 */
export function fisherExact(first: Count, second: Count): number {
  const total = first.total + second.total;
  const of = first.of + second.of;
  const logs = logFactorials(total);
  const choose = (n: number, k: number) => at(logs, n) - at(logs, k) - at(logs, n - k);
  const all = choose(total, of);
  const likelihood = (k: number) =>
    Math.exp(choose(first.total, k) + choose(second.total, of - k) - all);
  const seen = likelihood(first.of) * (1 + TIE);
  let sum = 0;
  for (let k = Math.max(0, of - second.total); k <= Math.min(of, first.total); k += 1) {
    const one = likelihood(k);
    if (one <= seen) sum += one;
  }
  return Math.min(1, sum);
}

function logFactorials(most: number): readonly number[] {
  const logs = [0];
  for (let n = 1; n <= most; n += 1) logs.push(at(logs, n - 1) + Math.log(n));
  return logs;
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? Number.NaN;
}

import type { Interval } from "./proportion.ts";

/** The middle value, of an even number the mean of the two middle ones; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
}

/**
 * An interval of the median that holds it with at least 95 %, between two of the values by their
 * order; null with fewer than six, for then no two of them reach that far. Source: Conover, Practical
 * Nonparametric Statistics (1971), 3.2.
 */
export function medianInterval(values: readonly number[]): Interval | null {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  let below = 0;
  let rank = 0;
  for (let k = 0, chance = 0.5 ** n; k < n / 2; k += 1) {
    below += chance;
    if (below > 0.025) break;
    rank = k + 1;
    chance *= (n - k) / (k + 1);
  }
  return rank === 0 ? null : { low: at(sorted, rank - 1), high: at(sorted, n - rank) };
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? Number.NaN;
}

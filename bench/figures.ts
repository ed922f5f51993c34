/** What rounds of one measurement said, in the measurement's own unit. */
export type Spread = { least: number; median: number; most: number; rounds: readonly number[] };

/** One thing that a row says of itself: what was found, what was wanted, and whether it is so. */
export type Claim = { name: string; figure: string; target: string; held: boolean };

/** The middle of the values, between the two middle ones where they are even in number; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** Least, median and most of some rounds. */
export function spreadOf(rounds: readonly number[]): Spread {
  if (rounds.length === 0) return { least: NaN, median: NaN, most: NaN, rounds };
  return {
    least: Math.min(...rounds),
    median: medianOf(rounds),
    most: Math.max(...rounds),
    rounds,
  };
}

/**
 * How one program did against another: the median of the ratios round by round, since a machine that
 * is slower for a while is slower for both.
 */
export function ratioOf(own: readonly number[], other: readonly number[]): Spread {
  if (own.length !== other.length) throw new Error("Both programs need as many rounds.");
  return spreadOf(own.map((value, round) => value / (other[round] ?? Number.NaN)));
}

/** That a ratio is at least as high as wanted; one that is no number is not. */
export function atLeast(name: string, ratio: Spread, wanted: number): Claim {
  return {
    name,
    figure: `${ratio.median.toFixed(2)} (${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)})`,
    target: `≥ ${wanted}`,
    held: ratio.median >= wanted,
  };
}

/** That a figure is at most as high as wanted; one that is no number is not. */
export function atMost(name: string, value: number, wanted: number): Claim {
  return {
    name,
    figure: Number.isInteger(value) ? `${value}` : value.toFixed(2),
    target: `≤ ${wanted}`,
    held: value <= wanted,
  };
}

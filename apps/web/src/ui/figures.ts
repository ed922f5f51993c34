/** A share between 0 and 1 in per cent, with one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** A difference of shares in percentage points, with its sign. */
export function points(difference: number): string {
  const rounded = (difference * 100).toFixed(1);
  return `${difference > 0 ? "+" : ""}${rounded.replace("-", "−")}`;
}

/** An interval of shares in per cent. */
export function percentRange({ low, high }: { low: number; high: number }): string {
  return `${(low * 100).toFixed(1)} to ${percent(high)}`;
}

/** An interval of differences in percentage points. */
export function pointsRange({ low, high }: { low: number; high: number }): string {
  return `${points(low)} to ${points(high)}`;
}

/** A probability; a very small one says so. */
export function probability(p: number): string {
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

import type { Portion } from "./request.ts";

/**
 * Lays items out over weeks, one after the other: each begins in the hours that the one before it
 * left of a week. Their hours must fit into the weeks together. Weeks count from 1.
 */
export function pour(
  hours: readonly number[],
  weeks: number,
  hoursAWeek: number,
): readonly Portion[][] {
  let [week, free] = [1, hoursAWeek];
  return hours.map((needed) => {
    const portions: Portion[] = [];
    for (let left = needed; left > 0 && week <= weeks;) {
      if (free === 0) [week, free] = [week + 1, hoursAWeek];
      const now = Math.min(left, free);
      portions.push({ week, hours: now });
      [left, free] = [left - now, free - now];
    }
    return portions;
  });
}

import { cliffDelta, cliffInterval } from "../statistics/dominance.ts";
import { LEAST } from "./least.ts";

/** How many ratings of each step, from definitely not to strong yes. */
export type Steps = readonly [number, number, number, number, number];

export const NO_STEPS: Steps = [0, 0, 0, 0, 0];

/** How far ratings lie apart between those whom the others recommended and those whom they did not. */
export type Separation = { delta: number; low: number; high: number; for: number; against: number };

/** Cliff's delta of the ratings of two groups with its interval; null: too few on a side to say. */
export function separationOf(recommended: Steps, against: Steps): Separation | null {
  const [first, second] = [spread(recommended), spread(against)];
  if (first.length < LEAST.aside || second.length < LEAST.aside) return null;
  const { low, high } = cliffInterval(first, second);
  return {
    delta: cliffDelta(first, second),
    low,
    high,
    for: first.length,
    against: second.length,
  };
}

/** The ratings of a count of each step, as numbers from 0. */
function spread(steps: Steps): number[] {
  return steps.flatMap((count, step) => Array.from({ length: count }, () => step));
}

export function totalOf(steps: Steps): number {
  return steps.reduce((sum, count) => sum + count, 0);
}

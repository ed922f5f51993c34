import type { Rating } from "@rubric/db/schema";
import { PROFICIENCIES } from "../framework/document.ts";
import { RATINGS } from "../scorecard/schemas.ts";

type Proficiency = (typeof PROFICIENCIES)[number];

/** What a level expects in one competency, and how it was rated; null when it was not assessed. */
export type RatedRow = { competency: string; proficiency: Proficiency; rating: Rating | null };

/** How much of a level's expectations was assessed, and the share of it that is met, 0 to 1. */
export type Progress = { share: number | null; assessed: number; rows: number };

/** The share of a level's expectations at which the level is held: "yes" all through. */
export const HELD = 0.75;

const STRONGEST = RATINGS.length - 1;

/** A competency weighs 1 to 5, by the proficiency that the level asks for in it. */
export function weightOf(proficiency: Proficiency): number {
  return PROFICIENCIES.indexOf(proficiency) + 1;
}

/** A level requires what it asks more of than awareness. */
export function isRequired(proficiency: Proficiency): boolean {
  return proficiency !== "Awareness";
}

/** A rating as a share of what is expected: 0 for definitely not, 1 for a strong yes. */
export function shareOfRating(rating: Rating): number {
  return RATINGS.indexOf(rating) / STRONGEST;
}

/** The mean of the assessed rows' shares, each by its weight. */
export function weightedProgress(rows: readonly RatedRow[]): Progress {
  let [met, all, assessed] = [0, 0, 0];
  for (const { proficiency, rating } of rows) {
    if (rating === null) continue;
    const weight = weightOf(proficiency);
    met += weight * shareOfRating(rating);
    all += weight;
    assessed += 1;
  }
  return { share: all === 0 ? null : met / all, assessed, rows: rows.length };
}

/** Whether a level is held: each required row assessed and above zero, and the progress as HELD. */
export function isHeld(rows: readonly RatedRow[]): boolean {
  const required = rows.filter(({ proficiency }) => isRequired(proficiency));
  if (required.some(({ rating }) => rating === null || shareOfRating(rating) === 0)) return false;
  const { share } = weightedProgress(rows);
  return share !== null && share >= HELD;
}

/**
 * The level that is reached on a path of promotions: where the person was placed, and from there
 * each next one that is held. None is skipped: a level above one that is not held does not count.
 */
export function levelReached(
  path: readonly string[],
  placed: string,
  rated: ReadonlyMap<string, readonly RatedRow[]>,
): string {
  let reached = placed;
  for (const level of path.slice(path.indexOf(placed) + 1)) {
    if (!isHeld(rated.get(level) ?? [])) return reached;
    reached = level;
  }
  return reached;
}

/** What is missing in a competency, as its weight times the share that is not met, 0 to 5. */
export type Gap = { competency: string; size: number };

/** The gaps of a level, the largest first and then as the framework orders its rows. */
export function gapsOf(rows: readonly RatedRow[]): Gap[] {
  return rows
    .flatMap(({ competency, proficiency, rating }) =>
      rating === null || rating === "strong_yes"
        ? []
        : [{ competency, size: weightOf(proficiency) * (1 - shareOfRating(rating)) }],
    )
    .sort((a, b) => b.size - a.size);
}

import type { Rating } from "@rubric/db/schema";
import { RATINGS } from "../scorecard/schemas.ts";

export type RatedCriterion = { name: string; ratings: readonly Rating[] };

/** Steps between the lowest and the highest rating, 0 to 4; null with fewer than two. */
export function spreadOf(ratings: readonly Rating[]): number | null {
  if (ratings.length < 2) return null;
  const steps = ratings.map((rating) => RATINGS.indexOf(rating));
  return Math.max(...steps) - Math.min(...steps);
}

/** Most disputed first; then what fewer than two rated; the plan's order among equals. */
export function byDisagreement<T extends { spread: number | null; position: number }>(
  rows: readonly T[],
): T[] {
  return [...rows].sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1) || a.position - b.position);
}

const WORDS = {
  definitely_not: "definitely not",
  no: "no",
  mixed: "mixed",
  yes: "yes",
  strong_yes: "strong yes",
} as const satisfies Record<Rating, string>;

/**
 * One sentence on where the raters agree (at most one step apart) and differ (two or more). It
 * describes and adds nothing up.
 */
export function agreementSentence(criteria: readonly RatedCriterion[], raters: number): string {
  if (raters === 0) return "Nobody has rated independently here yet.";
  if (raters === 1) return "One person rated independently, so there is nothing to compare.";
  const compared = criteria.flatMap((criterion) => {
    const spread = spreadOf(criterion.ratings);
    return spread === null ? [] : [{ ...criterion, spread }];
  });
  if (compared.length === 0) return "No criterion was rated by two people.";
  const agreed = compared.filter(({ spread }) => spread <= 1);
  const disputed = compared
    .filter(({ spread }) => spread >= 2)
    .sort((a, b) => b.spread - a.spread)
    .map(({ name, ratings }) => `${name} (${range(ratings)})`);
  const who = raters === 2 ? "Both raters" : `The ${raters} raters`;
  if (disputed.length === 0) {
    return compared.length === 1
      ? `${who} agree on ${agreed[0]?.name ?? ""}, the one criterion that two people rated.`
      : `${who} agree on ${compared.length === 2 ? "both" : `all ${compared.length}`} criteria that two people rated.`;
  }
  if (agreed.length === 0) return `${who} differ on ${listed(disputed)}, and agree on nothing yet.`;
  return `${who} agree on ${listed(agreed.map(({ name }) => name))}, and differ on ${listed(disputed)}.`;
}

function range(ratings: readonly Rating[]): string {
  const sorted = [...ratings].sort((a, b) => RATINGS.indexOf(a) - RATINGS.indexOf(b));
  const [low, high] = [sorted.at(0), sorted.at(-1)];
  return low === undefined || high === undefined ? "" : `from ${WORDS[low]} to ${WORDS[high]}`;
}

const NAMED = 3;

function listed(names: readonly string[]): string {
  const shown = names.length > NAMED + 1 ? names.slice(0, NAMED) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (parts.length <= 1) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

import type { Rating } from "@rubric/db/schema";
import { RATINGS } from "../scorecard/schemas.ts";
import { meanDifference } from "../statistics/difference.ts";
import { weightedKappa } from "../statistics/kappa.ts";
import type { Pair } from "../statistics/ranks.ts";

/** What both sides of one person's review said of one competency, and who its manager's side wrote. */
export type Compared = { memberId: string; managerId: string; self: Rating; manager: Rating };
/** One of them with its review, and when the later of its two sides came in. */
export type Reviewed = Compared & { reviewId: string; at: Date };
export type Severity = { difference: number; low: number; high: number };

const stepOf = (rating: Rating) => RATINGS.indexOf(rating);

/**
 * People who have to be reviewed before figures move again: who looks before and after one person's
 * review, and knows whose it was, would otherwise read what was said of them.
 */
const JOINING = 5;

/**
 * What counts of reviews, given the newest first: of each person the newest that was in by the last
 * quarter's end at which enough people had been reviewed since the one that counted before.
 */
export function settledOf<R extends Reviewed>(rated: readonly R[], ends: readonly Date[]): R[] {
  let counted: Date | null = null;
  for (const end of ends) {
    const since = counted;
    const joined = rated.filter(({ at }) => at < end && (since === null || at >= since));
    if (new Set(joined.map(({ memberId }) => memberId)).size >= JOINING) counted = end;
  }
  const until = counted;
  if (until === null) return [];
  const newest = new Map<string, string>();
  return rated.filter(({ memberId, reviewId, at }) => {
    if (at >= until) return false;
    if (!newest.has(memberId)) newest.set(memberId, reviewId);
    return newest.get(memberId) === reviewId;
  });
}

/** Agreement of self and manager over all pairs of ratings; null with none, or where nobody varies. */
export function agreementOf(compared: readonly Compared[]): number | null {
  const pairs = compared.map(({ self, manager }): Pair => [stepOf(self), stepOf(manager)]);
  const kappa = pairs.length === 0 ? null : weightedKappa(pairs, RATINGS.length);
  return kappa === null ? null : coarse(kappa);
}

/** Of each manager with at least so many people, how far above their own words they rate them. */
export function managersOf(
  compared: readonly Compared[],
  leastPeople: number,
): ReadonlyMap<string, readonly number[]> {
  const byManager = Map.groupBy(compared, ({ managerId }) => managerId);
  const people = [...byManager].map(
    ([managerId, some]) =>
      [
        managerId,
        [...Map.groupBy(some, ({ memberId }) => memberId).values()].map(aboveSelf),
      ] as const,
  );
  return new Map(people.filter(([, each]) => each.length >= leastPeople));
}

/**
 * How much a manager's ratings lie above or below those of all others, in steps of the scale: the
 * mean over their people of manager minus self, against that of everybody else's people.
 */
export function severityOf(
  managers: ReadonlyMap<string, readonly number[]>,
  managerId: string,
): Severity | null {
  const others = [...managers].flatMap(([id, each]) => (id === managerId ? [] : each));
  const found = meanDifference(managers.get(managerId) ?? [], others);
  if (found === null) return null;
  const { difference, low, high } = found;
  return { difference: coarse(difference), low: coarse(low), high: coarse(high) };
}

/** To one decimal: the last ones of a mean would tell what each of a few people was given. */
function coarse(steps: number): number {
  return Math.round(steps * 10) / 10 + 0;
}

/** The mean of manager minus self over one person's competencies. */
function aboveSelf(some: readonly Compared[]): number {
  const sum = some.reduce((total, one) => total + stepOf(one.manager) - stepOf(one.self), 0);
  return sum / some.length;
}

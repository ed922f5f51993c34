import type { Rating } from "@rubric/db/schema";
import { RATINGS } from "../scorecard/schemas.ts";
import { meanDifference } from "../statistics/difference.ts";
import { weightedKappa } from "../statistics/kappa.ts";
import type { Pair } from "../statistics/ranks.ts";

/** What both sides of one person's review said of one competency, and who its manager's side wrote. */
export type Compared = { memberId: string; managerId: string; self: Rating; manager: Rating };
export type Severity = { difference: number; low: number; high: number };

const stepOf = (rating: Rating) => RATINGS.indexOf(rating);

/** Agreement of self and manager over all pairs of ratings; null with none, or where nobody varies. */
export function agreementOf(compared: readonly Compared[]): number | null {
  const pairs = compared.map(({ self, manager }): Pair => [stepOf(self), stepOf(manager)]);
  return pairs.length === 0 ? null : weightedKappa(pairs, RATINGS.length);
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
  return meanDifference(managers.get(managerId) ?? [], others);
}

/** The mean of manager minus self over one person's competencies. */
function aboveSelf(some: readonly Compared[]): number {
  const sum = some.reduce((total, one) => total + stepOf(one.manager) - stepOf(one.self), 0);
  return sum / some.length;
}

import type { Limits } from "../limits.ts";
import { deny, type Denial } from "../errors.ts";

const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00.000Z`);
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Some days after a day; before it where the number is negative. */
export function addDays(day: string, days: number): string {
  return dayOf(at(day) + days * DAY);
}

/** The Monday of the week of a day (ISO 8601). */
export function mondayOf(day: string): string {
  const weekday = new Date(at(day)).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/**
 * The week for which a check-in is due on a day: from Thursday on the current one, before that the
 * one that ended.
 */
export function dueWeek(today: string): string {
  const monday = mondayOf(today);
  return at(today) - at(monday) >= 3 * DAY ? monday : addDays(monday, -7);
}

/** A check-in is for a week that has begun and is not long over, and changes until it is answered. */
export function whyNotRecord(
  of: { week: string; today: string; answered: boolean },
  limits: Pick<Limits, "checkInWeeksBack">,
): Denial | null {
  const weeks = limits.checkInWeeksBack;
  const monday = mondayOf(of.today);
  const fits =
    mondayOf(of.week) === of.week && of.week <= monday && of.week >= addDays(monday, -7 * weeks);
  if (!fits) return deny("CHECK_IN_WEEK", { weeks });
  return of.answered ? deny("CHECK_IN_ANSWERED", {}) : null;
}

/** A check-in is answered once, and as it was read. */
export function whyNotReply(
  of: { revision: number; answered: boolean },
  read: number,
): Denial | null {
  if (of.answered) return deny("CHECK_IN_ANSWERED", {});
  return of.revision === read ? null : deny("CHECK_IN_CHANGED", {});
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** The first day of a plan's week, weeks counted from 1; days as `2026-03-29`. */
export function startOfWeek(startOn: string, week: number): string {
  return dayOf(Date.parse(startOn) + (week - 1) * WEEK);
}

/** The last day of a plan. */
export function endOfPlan(startOn: string, weeks: number): string {
  return dayOf(Date.parse(startOn) + weeks * WEEK - DAY);
}

/** The week of a plan in which a day falls, 0 or less before it starts. */
export function weekAt(startOn: string, day: string): number {
  return Math.floor((Date.parse(day) - Date.parse(startOn)) / WEEK) + 1;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

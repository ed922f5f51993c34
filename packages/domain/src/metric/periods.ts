import { addDays, mondayOf } from "../check-in/rules.ts";

/** A stretch of days, both included. */
export type Window = { from: string; through: string };
export type Period = "week" | "quarter";

/** The week (Monday to Sunday) or calendar quarter that a day lies in. */
export function periodOf(period: Period, day: string): Window {
  if (period === "week") {
    const from = mondayOf(day);
    return { from, through: addDays(from, 6) };
  }
  const year = Number(day.slice(0, 4));
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3;
  const from = dayOf(year, first);
  return { from, through: addDays(dayOf(year, first + 3), -1) };
}

/** How long into a quarter the one before it is fetched again, for what came in at its end. */
const LATE_DAYS = 14;

/** The stretches that are fetched on a day: the quarter so far, and early in it the one before. */
export function windowsOn(today: string): Window[] {
  const now = { from: periodOf("quarter", today).from, through: today };
  const before = periodOf("quarter", addDays(now.from, -1));
  return addDays(now.from, LATE_DAYS) > today ? [before, now] : [now];
}

/** Days of a stretch, both ends included. */
export function daysIn({ from, through }: Window): number {
  return (Date.parse(through) - Date.parse(from)) / 86_400_000 + 1;
}

function dayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

import { endOfQuarter } from "../insight/cutoff.ts";
import { dayIn } from "../job/access.ts";
import { deny, type Denial } from "../errors.ts";

/** Days of a quarter within which its round is opened by policy, should the worker have rested. */
const FIRST_DAYS = 7;

/** The quarter of a calendar day (`2026-11-22`), as `2026-Q4`. */
export function quarterOf(day: string): string {
  const [year = "", month = ""] = day.split("-");
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** Whether a quarter has just begun on this calendar day. */
export function isQuarterStart(day: string): boolean {
  const [, month = "", date = ""] = day.split("-");
  return Number(month) % 3 === 1 && Number(date) <= FIRST_DAYS;
}

/** When each quarter ended, from the one of `since` on to the last that is over by `now`. */
export function quarterEnds(since: Date, now: Date, timeZone: string): Date[] {
  const ends: Date[] = [];
  for (let at = since; at <= now;) {
    const end = endOfQuarter(quarterOf(dayIn(timeZone, at)), timeZone);
    if (end <= now) ends.push(end);
    at = end;
  }
  return ends;
}

export type Raters = { managers: number; least: { managers: number; people: number } | null };

/** Figures on raters are shown where they were switched on, and of enough people. */
export function whyNotRaters({ managers, least }: Raters): Denial | null {
  if (least === null) return deny("RATERS_OFF", {});
  return managers >= least.managers ? null : deny("RATERS_TOO_FEW", least);
}

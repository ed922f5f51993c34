/// <reference lib="esnext.temporal" />

import type { Period as LegalPeriod } from "../region/schemas.ts";

export type PeriodUnit = LegalPeriod["unit"] | "hour";

/** How long somebody has. */
export type Period = { count: number; unit: PeriodUnit };

/**
 * By when something is due that begins at an instant. Hours run exactly. Days, business days and
 * months are the organization's calendar's: the day of the beginning does not count, and the last
 * one counts to its end (Regulation 1182/71, article 3, in its narrower reading: a deadline that
 * ends on a weekend is not drawn out). A month ends on the day of the same number, or on the last
 * of its month where that has none. Business days are Monday to Friday without these holidays, each
 * a calendar day (`2026-03-29`).
 */
export function dueAfter(
  from: Date,
  period: Period,
  timeZone: string,
  holidays: readonly string[] = [],
): Date {
  if (period.unit === "hour") return new Date(from.getTime() + period.count * 3_600_000);
  const day = Temporal.PlainDate.from(dayAt(from, timeZone));
  return endOf(lastDay(day, period, holidays), timeZone);
}

/** The calendar day (`2026-03-29`) on which an instant falls in a time zone. */
export function dayAt(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Of some holidays those that so many business days after a calendar day pass over, in order. */
export function holidaysWithin(from: string, days: number, holidays: readonly string[]): string[] {
  return businessDays(from, days, holidays).skipped;
}

const DAY = 86_400_000;

/** Counts in whole days of UTC, in which every day is as long as another. */
function businessDays(from: string, count: number, holidays: readonly string[]) {
  const free = new Map(holidays.map((day) => [Date.parse(day) / DAY, day]));
  const skipped: string[] = [];
  const first = Date.parse(from) / DAY;
  let day = first;
  for (let left = count; left > 0;) {
    day += 1;
    // 1 January 1970 was a Thursday, so that 2 and 3 are Saturday and Sunday.
    const weekday = ((day % 7) + 7) % 7;
    if (weekday === 2 || weekday === 3) continue;
    const holiday = free.get(day);
    if (holiday === undefined) left -= 1;
    else skipped.push(holiday);
  }
  return { days: day - first, skipped };
}

function lastDay(
  day: Temporal.PlainDate,
  { count, unit }: Period,
  holidays: readonly string[],
): Temporal.PlainDate {
  if (unit === "year") return day.add({ years: count });
  if (unit === "month") return day.add({ months: count });
  if (unit === "week") return day.add({ weeks: count });
  if (unit !== "business_day") return day.add({ days: count });
  return day.add({ days: businessDays(day.toString(), count, holidays).days });
}

/** The last day of a period that begins on a day (`2026-03-29`), by the same calendar. */
export function lastDayOf(day: string, period: LegalPeriod): string {
  return lastDay(Temporal.PlainDate.from(day), period, []).toString();
}

/** The last millisecond of a day; days that a clock change makes shorter or longer included. */
export function endOfDay(day: string, timeZone: string): Date {
  return endOf(Temporal.PlainDate.from(day), timeZone);
}

function endOf(day: Temporal.PlainDate, timeZone: string): Date {
  const next = day.add({ days: 1 }).toZonedDateTime(timeZone);
  return new Date(next.epochMilliseconds - 1);
}

/** The same hour of the clock on a day before or after an instant's own, in a time zone. */
export function hourOnDay(at: Date, timeZone: string, days: number, hour: number): Date {
  const morning = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days })
    .toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) });
  return new Date(morning.epochMilliseconds);
}

/** The first instant of a calendar day (`2026-03-29`) in a time zone. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

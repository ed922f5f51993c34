/// <reference lib="esnext.temporal" />
import type { Limits } from "../limits.ts";

/**
 * The instant before which an application must have ended to count: the start of a month, so late
 * after it that no scorecard of those applications is still owed. Figures move once a month.
 */
export function monthCutoff(
  at: Date,
  timeZone: string,
  { voidScorecardDays }: Pick<Limits, "voidScorecardDays">,
): Date {
  return startOf(settledDay(at, timeZone, voidScorecardDays).with({ day: 1 }), timeZone);
}

/** The last quarter that is over, by the same rule: its name, and the instant it ended. */
export function quarterCutoff(
  at: Date,
  timeZone: string,
  { voidScorecardDays }: Pick<Limits, "voidScorecardDays">,
): { quarter: string; end: Date } {
  const day = settledDay(at, timeZone, voidScorecardDays);
  const first = day.with({ day: 1, month: Math.floor((day.month - 1) / 3) * 3 + 1 });
  const last = first.subtract({ days: 1 });
  return {
    quarter: `${last.year}-Q${Math.ceil(last.month / 3)}`,
    end: startOf(first, timeZone),
  };
}

/** The instant a quarter ended, by its name. */
export function endOfQuarter(quarter: string, timeZone: string): Date {
  const first = new Temporal.PlainDate(Number(quarter.slice(0, 4)), 1, 1);
  return startOf(first.add({ months: Number(quarter.slice(-1)) * 3 }), timeZone);
}

function settledDay(at: Date, timeZone: string, days: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .subtract({ days: days + 1 });
}

function startOf(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}

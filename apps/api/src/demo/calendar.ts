/// <reference lib="esnext.temporal" />

/** Where the demo organization works. */
export const TIME_ZONE = "Europe/Berlin";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OPENS = 9;
const CLOSES = 17;

/** The instants of a company that works on weekdays from nine, and on the day that it is looked at. */
export type Calendar = {
  now: Date;
  /** A time of day so many working days ago (at least one). */
  ago(days: number, hour: number, minute?: number): Date;
  /** A time of day so many working days after another. */
  after(at: Date, days: number, hour: number, minute?: number): Date;
  /** So many hours ago, or in the last hours of work before that. */
  recent(hours: number): Date;
  /** The full half hour after so many hours, or the next morning after it. */
  ahead(hours: number): Date;
  /** A time of day in so many working days. */
  coming(days: number, hour: number, minute?: number): Date;
};

/** The calendar around an instant. */
export function calendarAt(now: Date): Calendar {
  const here = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(TIME_ZONE);
  const today = here(now).toPlainDate();
  const at = (day: Temporal.PlainDate, hour: number, minute = 0) =>
    new Date(
      day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: new Temporal.PlainTime(hour, minute) })
        .epochMilliseconds,
    );
  const workday = (days: number, from = today) => {
    let day = from;
    for (let left = Math.abs(days); left > 0;) {
      day = day.add({ days: Math.sign(days) });
      if (day.dayOfWeek <= 5) left -= 1;
    }
    return day;
  };
  return {
    now,
    ago: (days, hour, minute) => at(workday(-days), hour, minute),
    coming: (days, hour, minute) => at(workday(days), hour, minute),
    after: (from, days, hour, minute) => at(workday(days, here(from).toPlainDate()), hour, minute),
    recent(hours) {
      const wanted = new Date(now.getTime() - hours * HOUR);
      const { hour } = here(wanted);
      const day = here(wanted).toPlainDate();
      if (hour >= OPENS && hour < CLOSES) return wanted;
      return at(hour < OPENS ? day.subtract({ days: 1 }) : day, CLOSES - 1, 45 - hours);
    },
    ahead(hours) {
      const half = 30 * MINUTE;
      const wanted = new Date(Math.ceil((now.getTime() + hours * HOUR) / half) * half);
      const { hour } = here(wanted);
      const day = here(wanted).toPlainDate();
      if (hour >= OPENS && hour < CLOSES + 4) return wanted;
      const morning = hour < OPENS ? day : day.add({ days: 1 });
      return new Date(at(morning, OPENS).getTime() + hours * HOUR);
    },
  };
}

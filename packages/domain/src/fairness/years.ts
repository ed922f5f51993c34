/// <reference lib="esnext.temporal" />

/** The calendar year before the one of an instant in a time zone: its number and its bounds. */
export function yearBefore(at: Date, timeZone: string): { year: number; from: Date; to: Date } {
  const { year } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  return { year: year - 1, from: newYear(year - 1, timeZone), to: newYear(year, timeZone) };
}

/** The first instant of the year after the one of an instant. */
export function nextYear(at: Date, timeZone: string): Date {
  const { year } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  return newYear(year + 1, timeZone);
}

function newYear(year: number, timeZone: string): Date {
  const day = new Temporal.PlainDate(year, 1, 1);
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}

/// <reference lib="esnext.temporal" />

/** The week, from Monday on, of an instant in a time zone: its day, first instant, and the next one's. */
export function weekAround(at: Date, timeZone: string): { day: string; from: Date; to: Date } {
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const monday = here.toPlainDate().subtract({ days: here.dayOfWeek - 1 });
  const start = (day: Temporal.PlainDate) =>
    new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  return { day: monday.toString(), from: start(monday), to: start(monday.add({ days: 7 })) };
}

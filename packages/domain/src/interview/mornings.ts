/// <reference lib="esnext.temporal" />

/** The morning after an instant, in a time zone: the first `hour` o'clock of a later day. */
export function morningAfter(at: Date, timeZone: string, hour: number): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: 1 });
  const morning = day.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) });
  return new Date(morning.epochMilliseconds);
}

/** The first instant of the day of an instant in a time zone, and of the next day. */
export function dayAround(at: Date, timeZone: string): { from: Date; to: Date } {
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const from = here.startOfDay();
  return {
    from: new Date(from.epochMilliseconds),
    to: new Date(from.add({ days: 1 }).startOfDay().epochMilliseconds),
  };
}

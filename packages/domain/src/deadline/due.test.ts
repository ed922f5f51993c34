/// <reference lib="esnext.temporal" />
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueAfter, hourOnDay, type PeriodUnit, startOfDay } from "./due.ts";

const ROWS: [string, string, number, PeriodUnit, string, string][] = [
  // GDPR, one month: the day of the same number, or the last one there is.
  ["a month", "2026-01-15T10:00:00Z", 1, "month", "Europe/Berlin", "2026-02-15T22:59:59.999Z"],
  ["31 January", "2026-01-31T10:00:00Z", 1, "month", "Europe/Berlin", "2026-02-28T22:59:59.999Z"],
  ["a leap year", "2028-01-31T10:00:00Z", 1, "month", "Europe/Berlin", "2028-02-29T22:59:59.999Z"],
  ["29 February", "2028-02-29T10:00:00Z", 1, "month", "Europe/Berlin", "2028-03-29T21:59:59.999Z"],
  ["31 August", "2026-08-31T10:00:00Z", 1, "month", "Europe/Paris", "2026-09-30T21:59:59.999Z"],
  ["two months", "2026-12-31T10:00:00Z", 2, "month", "Europe/Paris", "2027-02-28T22:59:59.999Z"],
  [
    "over new year",
    "2026-12-15T23:30:00Z",
    1,
    "month",
    "Europe/Berlin",
    "2027-01-16T22:59:59.999Z",
  ],
  // Ontario, 45 days, over the change of the clocks on 8 March 2026.
  ["45 days", "2026-02-10T20:00:00Z", 45, "day", "America/Toronto", "2026-03-28T03:59:59.999Z"],
  [
    "45 days, late in the evening",
    "2026-02-11T03:00:00Z",
    45,
    "day",
    "America/Toronto",
    "2026-03-28T03:59:59.999Z",
  ],
  // Colorado, 30 days.
  ["30 days", "2026-06-01T15:00:00Z", 30, "day", "America/Denver", "2026-07-02T05:59:59.999Z"],
  [
    "30 days over a leap day",
    "2028-02-10T15:00:00Z",
    30,
    "day",
    "America/Denver",
    "2028-03-12T06:59:59.999Z",
  ],
  // Washington, 5 business days.
  [
    "from a Monday",
    "2026-03-02T18:00:00Z",
    5,
    "business_day",
    "America/Los_Angeles",
    "2026-03-10T06:59:59.999Z",
  ],
  [
    "from a Friday",
    "2026-03-06T18:00:00Z",
    5,
    "business_day",
    "America/Los_Angeles",
    "2026-03-14T06:59:59.999Z",
  ],
  [
    "from a Saturday",
    "2026-03-07T18:00:00Z",
    5,
    "business_day",
    "America/Los_Angeles",
    "2026-03-14T06:59:59.999Z",
  ],
  [
    "from a Sunday",
    "2026-03-08T18:00:00Z",
    1,
    "business_day",
    "America/Los_Angeles",
    "2026-03-10T06:59:59.999Z",
  ],
  // A works council's week.
  ["a week", "2026-10-21T08:00:00Z", 1, "week", "Europe/Berlin", "2026-10-28T22:59:59.999Z"],
  [
    "the day of 23 hours",
    "2026-03-28T12:00:00Z",
    1,
    "day",
    "Europe/Berlin",
    "2026-03-29T21:59:59.999Z",
  ],
  [
    "the day of 25 hours",
    "2026-10-24T12:00:00Z",
    1,
    "day",
    "Europe/Berlin",
    "2026-10-25T22:59:59.999Z",
  ],
  [
    "a day without a midnight",
    "2026-09-05T12:00:00Z",
    1,
    "day",
    "America/Santiago",
    "2026-09-07T02:59:59.999Z",
  ],
  ["none", "2026-05-05T12:00:00Z", 0, "day", "UTC", "2026-05-05T23:59:59.999Z"],
  [
    "hours run exactly over a change",
    "2026-03-28T12:00:00Z",
    24,
    "hour",
    "Europe/Berlin",
    "2026-03-29T12:00:00.000Z",
  ],
];

describe("law 11: due dates", () => {
  it.each(ROWS)("%s: %s + %i %s in %s", (_, from, count, unit, timeZone, due) => {
    expect(dueAfter(new Date(from), { count, unit }, timeZone).toISOString()).toBe(due);
  });

  const instant = fc.date({
    min: new Date("1990-01-01T00:00:00Z"),
    max: new Date("2090-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  const zone = fc.constantFrom(
    "UTC",
    "Europe/Berlin",
    "America/St_Johns",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "America/Los_Angeles",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
  );
  const unit = fc.constantFrom<PeriodUnit>("week", "year", "hour", "day", "business_day", "month");
  const count = fc.integer({ min: 0, max: 400 });

  it("never end before they begin, and a longer one never ends earlier", () => {
    fc.assert(
      fc.property(instant, zone, unit, count, count, (from, timeZone, one, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const first = dueAfter(from, { count: less, unit: one }, timeZone);
        const second = dueAfter(from, { count: more, unit: one }, timeZone);
        expect(first.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime());
      }),
    );
  });

  it("end with a day of the organization's, and business days never with a weekend's", () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 1, max: 60 }), (from, timeZone, days) => {
        const due = dueAfter(from, { count: days, unit: "business_day" }, timeZone);
        const end = Temporal.Instant.fromEpochMilliseconds(due.getTime()).toZonedDateTimeISO(
          timeZone,
        );
        const after = end.add({ milliseconds: 1 });
        expect(after.toPlainDate().equals(end.toPlainDate())).toBe(false);
        expect(end.dayOfWeek).toBeLessThan(6);
      }),
    );
  });

  it("begin later, end no earlier", () => {
    fc.assert(
      fc.property(instant, instant, zone, unit, count, (a, b, timeZone, one, many) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const period = { count: many, unit: one };
        expect(dueAfter(late, period, timeZone).getTime()).toBeGreaterThanOrEqual(
          dueAfter(early, period, timeZone).getTime(),
        );
      }),
    );
  });
});

describe("the hour of a day near an instant", () => {
  it.each([
    ["2026-03-30T21:59:59.999Z", -1, "2026-03-29T07:00:00.000Z"],
    ["2026-03-29T21:59:59.999Z", -1, "2026-03-28T08:00:00.000Z"],
    ["2026-03-28T22:59:59.999Z", 1, "2026-03-29T07:00:00.000Z"],
  ])("%s %i: %s", (at, days, hour) => {
    expect(hourOnDay(new Date(at), "Europe/Berlin", days, 9).toISOString()).toBe(hour);
  });

  it("is where a calendar day begins", () => {
    expect(startOfDay("2026-06-01", "America/Denver").toISOString()).toBe(
      "2026-06-01T06:00:00.000Z",
    );
  });
});

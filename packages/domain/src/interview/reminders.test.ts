import { describe, expect, it } from "vitest";
import { dayAround, morningAfter } from "./mornings.ts";
import { dueReminder } from "./reminders.ts";

const utc = (text: string) => new Date(`${text}:00.000Z`);

describe("the morning after, at nine in the organization's time zone", () => {
  it.each([
    ["2026-01-05T15:00", "UTC", "2026-01-06T09:00"],
    ["2026-01-05T15:00", "Europe/Berlin", "2026-01-06T08:00"],
    ["2026-03-28T15:00", "Europe/Berlin", "2026-03-29T07:00"],
    ["2026-10-24T15:00", "Europe/Berlin", "2026-10-25T08:00"],
    ["2026-01-05T23:30", "Europe/Berlin", "2026-01-07T08:00"],
    ["2026-01-05T03:00", "America/New_York", "2026-01-05T14:00"],
    ["2026-01-05T15:00", "Pacific/Kiritimati", "2026-01-06T19:00"],
  ])("%s in %s is %s", (at, zone, expected) => {
    expect(morningAfter(utc(at), zone, 9)).toEqual(utc(expected));
  });

  it("knows the day around an instant, also where it is 23 hours long", () => {
    expect(dayAround(utc("2026-03-29T10:00"), "Europe/Berlin")).toEqual({
      from: utc("2026-03-28T23:00"),
      to: utc("2026-03-29T22:00"),
    });
  });
});

describe("law 11: who is reminded of an owed scorecard, and when", () => {
  const endsAt = utc("2026-01-05T15:00");
  it.each<[string, string, string | null, "author" | "manager" | null]>([
    ["before its end", "2026-01-05T14:59", null, null],
    ["at its end", "2026-01-05T15:00", null, "author"],
    ["once only", "2026-01-05T20:00", "2026-01-05T15:00", null],
    ["the next morning", "2026-01-06T09:00", "2026-01-05T15:00", "author"],
    ["once that morning", "2026-01-06T12:00", "2026-01-06T09:00", null],
    ["the morning after: the hiring manager", "2026-01-07T09:00", "2026-01-06T09:00", "manager"],
    ["and then nobody", "2026-01-09T09:00", "2026-01-07T09:00", null],
    ["a worker that slept first tells the author", "2026-01-09T09:00", null, "author"],
    [
      "a worker that slept a night tells the manager",
      "2026-01-08T09:00",
      "2026-01-05T15:00",
      "manager",
    ],
  ])("%s", (_name, now, reminded, expected) => {
    const remindedAt = reminded === null ? null : utc(reminded);
    expect(dueReminder({ endsAt, remindedAt }, "UTC", 9, utc(now))).toBe(expected);
  });
});

import { describe, expect, it } from "vitest";
import { instantOf, minutesBetween, nextWeekday, typedOf, weekdayAfter } from "./dates.ts";

describe("what a date field holds", () => {
  it.each(["2026-03-29T00:30:00.000Z", "2026-12-31T23:00:00.000Z"])(
    "gives the same instant back: %s",
    (instant) => {
      expect(instantOf(typedOf(instant))).toBe(instant);
    },
  );

  it("is no instant while nothing, or nonsense, is typed", () => {
    expect(instantOf(null)).toBeNull();
    expect(instantOf("soon")).toBeNull();
  });

  it("begins on the next weekday at ten, over a weekend and a month's end too", () => {
    expect(nextWeekday(new Date(2026, 0, 29, 18, 5))).toBe("2026-01-30 10:00:00");
    expect(nextWeekday(new Date(2026, 0, 30, 18, 5))).toBe("2026-02-02 10:00:00");
    expect(weekdayAfter("2026-02-06 14:30:00")).toBe("2026-02-09 14:30:00");
  });

  it("counts minutes", () => {
    expect(minutesBetween("2026-03-04T10:00:00.000Z", "2026-03-04T11:15:00.000Z")).toBe(75);
  });
});

import { describe, expect, it } from "vitest";
import { calendarAt } from "./calendar.ts";

const SATURDAY_NIGHT = "2026-03-07T23:10:00.000Z";
const MONDAY_NIGHT = "2026-03-09T02:10:00.000Z";
const WEDNESDAY = "2026-03-11T13:10:00.000Z";
const EVENING = "2026-03-11T19:40:00.000Z";

const at = (now: string) => calendarAt(new Date(now));

describe("the demo's calendar", () => {
  it("counts working days, in the hours of Berlin", () => {
    expect(at(WEDNESDAY).ago(3, 10).toISOString()).toBe("2026-03-06T09:00:00.000Z");
    expect(at(WEDNESDAY).coming(3, 14, 30).toISOString()).toBe("2026-03-16T13:30:00.000Z");
    expect(at("2026-03-30T08:00:00.000Z").ago(1, 10).toISOString()).toBe(
      "2026-03-27T09:00:00.000Z",
    );
    const monday = new Date("2026-03-09T09:00:00.000Z");
    expect(at(WEDNESDAY).after(monday, 5, 10).toISOString()).toBe("2026-03-16T09:00:00.000Z");
  });

  it.each([SATURDAY_NIGHT, MONDAY_NIGHT, WEDNESDAY, EVENING])(
    "has something of today or of yesterday, and something ahead, at %s",
    (now) => {
      const calendar = at(now);
      for (const hours of [1, 2.5, 5]) {
        const ago = calendar.now.getTime() - calendar.recent(hours).getTime();
        expect(ago).toBeGreaterThan(0);
        expect(ago).toBeLessThan(24 * 3_600_000);
        const ahead = calendar.ahead(hours).getTime() - calendar.now.getTime();
        expect(ahead).toBeGreaterThan(0);
        expect(ahead).toBeLessThan(24 * 3_600_000);
      }
    },
  );
});

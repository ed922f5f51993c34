import { describe, expect, it } from "vitest";
import { demandsRange } from "./range-regions.ts";

const on = (day: string) => new Date(`${day}T12:00:00.000Z`);

describe("law 8: where the invitation carries the pay range", () => {
  it.each<[string[], string, boolean]>([
    [["US-CO"], "2026-03-01", true],
    [["DE-BE", "US-NY"], "2026-03-01", true],
    [["US-DE"], "2027-09-25", false],
    [["US-DE"], "2027-09-26", true],
    [["IT-25"], "2026-06-06", false],
    [["IT-25"], "2026-06-07", true],
    [["IT"], "2026-06-07", true],
    [["DE-BE"], "2026-11-01", false],
    [["US-TX"], "2026-11-01", false],
    [[], "2026-11-01", false],
  ])("%s on %s: %s", (locations, day, expected) => {
    expect(demandsRange(locations, on(day))).toBe(expected);
  });
});

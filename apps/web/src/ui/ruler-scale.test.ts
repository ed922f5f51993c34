import { describe, expect, it } from "vitest";
import { digitsOf, toMajor, toMinor } from "./minor-units.ts";
import { placeOf, scaleOf } from "./ruler-scale.ts";

describe("the offer's ruler", () => {
  it("shows the range with room on both sides, on round ticks", () => {
    const scale = scaleOf({ min: 60_000, max: 80_000 }, [70_000]);
    expect(scale).toEqual({
      from: 50_000,
      to: 90_000,
      step: 500,
      ticks: [50_000, 60_000, 70_000, 80_000, 90_000],
    });
  });

  it("grows to show an amount far outside, and stands without a range", () => {
    const scale = scaleOf({ min: 60_000, max: 80_000 }, [150_000]);
    expect(scale.from).toBeLessThanOrEqual(60_000);
    expect(scale.to).toBeGreaterThanOrEqual(150_000);
    const bare = scaleOf(null, []);
    expect(bare.to).toBeGreaterThan(bare.from);
  });

  it("finds the place of an amount, and keeps it on the ruler", () => {
    const scale = scaleOf({ min: 60_000, max: 80_000 }, []);
    expect(placeOf(scale.from, scale)).toBe(0);
    expect(placeOf(70_000, scale)).toBe(50);
    expect(placeOf(1_000_000, scale)).toBe(100);
  });

  it("keeps money in the smallest unit of its currency", () => {
    expect([digitsOf("EUR"), digitsOf("JPY"), digitsOf("??")]).toEqual([2, 0, 2]);
    expect(toMinor(70_000.1, "EUR")).toBe(7_000_010);
    expect(toMinor(9_000_000, "JPY")).toBe(9_000_000);
    expect(toMajor(7_000_010, "EUR")).toBe(70_000.1);
  });
});

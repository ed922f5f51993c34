import { describe, expect, it } from "vitest";
import { endsByOffer } from "./rules.ts";

const over = (state: Parameters<typeof endsByOffer>[0], ...offers: string[]) =>
  endsByOffer(
    state,
    offers.map((one) => ({ state: one })),
  );

describe("endsByOffer", () => {
  it("is so once our last offer was declined, ran out or was withdrawn", () => {
    for (const last of ["declined", "expired", "withdrawn"]) {
      expect(over("active", last)).toBe(true);
      expect(over("on_hold", last, "declined")).toBe(true);
    }
  });

  it("is not so without an offer, while one is out, or where the application has ended", () => {
    expect(over("active")).toBe(false);
    for (const last of ["sent", "change_asked", "accepted"]) {
      expect(over("active", last, "declined")).toBe(false);
    }
    expect(over("withdrawn", "declined")).toBe(false);
  });
});

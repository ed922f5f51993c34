import type { BandView } from "@rubric/domain/band/schemas";
import { describe, expect, it } from "vitest";
import { endOf, heldToWords } from "./ending.ts";

const DE: BandView = {
  id: "01900000-0000-7000-8000-000000000001",
  levelKey: "senior",
  region: "DE",
  number: 2,
  state: "approved",
  currency: "EUR",
  minMinor: 7_000_000,
  midMinor: 8_000_000,
  maxMinor: 9_000_000,
  effectiveFrom: "2026-01-01",
  ends: false,
  reason: "Yearly review",
  example: "Germany, all levels",
  author: "Ingrid",
  createdAt: "2025-12-01T00:00:00.000Z",
  approvedBy: "Bongani",
  approvedAt: "2025-12-02T00:00:00.000Z",
  inForce: true,
  may: { approve: null, discard: null },
};
const SHOWN = /range that was shown to the candidate alone/;

describe("law 8: the end of a band", () => {
  it("says what ended, from which day on", () => {
    expect(endOf(DE, "2027-01-01")).toEqual({
      levelKey: "senior",
      region: "DE",
      currency: "EUR",
      minMinor: 7_000_000,
      midMinor: 8_000_000,
      maxMinor: 9_000_000,
      example: "Germany, all levels",
      effectiveFrom: "2027-01-01",
      ends: true,
    });
  });

  it.each<[string, Partial<BandView>[], RegExp]>([
    ["nothing is left", [], SHOWN],
    ["another version of its own region does not count", [{ number: 1 }], SHOWN],
    ["the Union's holds", [{ region: "EU" }], /wider region: European Union/],
    ["the one for everywhere holds", [{ region: "" }], /wider region: Everywhere else/],
    ["one of another level does not", [{ region: "EU", levelKey: "junior" }], SHOWN],
    ["a draft does not", [{ region: "EU", state: "draft" }], SHOWN],
    ["one to come does not yet", [{ region: "EU", effectiveFrom: "2030-01-01" }], SHOWN],
    ["a narrower region is not wider", [{ region: "DE-BE" }], SHOWN],
  ])("says to what offers are held then: %s", (_, others, words) => {
    const bands = [DE, ...others.map((one) => ({ ...DE, ...one }))];
    expect(heldToWords({ bands, today: "2026-11-22" }, DE)).toMatch(words);
  });
});

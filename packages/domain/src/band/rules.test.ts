import { describe, expect, it } from "vitest";
import {
  type Band,
  bandFor,
  inForce,
  seamsOf,
  whyNotApproveBand,
  whyNotBand,
  whyNotDiscardBand,
  whyNotLevel,
} from "./rules.ts";

function band(changed: Partial<Band> = {}): Band {
  return {
    levelKey: "senior",
    region: "DE",
    number: 1,
    state: "approved",
    currency: "EUR",
    minMinor: 4_900_000,
    midMinor: 5_900_000,
    maxMinor: 6_900_000,
    effectiveFrom: "2026-01-01",
    ends: false,
    ...changed,
  };
}

const day = "2026-11-22";

describe("law 8: the band in force", () => {
  const bands = [
    band(),
    band({ region: "DE-BE", number: 1, effectiveFrom: "2026-12-01" }),
    band({ region: "EU", currency: "EUR" }),
    band({ region: "US-CA" }),
    band({ region: "US" }),
    band({ region: "" }),
    band({ region: "PT", state: "draft" }),
    band({ levelKey: "staff", region: "DE" }),
  ];

  it.each([
    ["the country, for a city has none yet", ["DE-BE"], day, "DE"],
    ["the city's on the day it takes effect", ["DE-BE"], "2026-12-01", "DE-BE"],
    ["the country the day before", ["DE-BE"], "2026-11-30", "DE"],
    ["the Union's where the country has none", ["FR"], day, "EU"],
    ["no draft", ["PT"], day, "EU"],
    ["the state before the country", ["US-CA-SFO"], day, "US-CA"],
    ["the country where the state has none", ["US-NY"], day, "US"],
    ["everywhere, last", ["BR"], day, ""],
    ["everywhere without a place", [], day, ""],
    ["the narrowest of several places", ["FR", "US-CA"], day, "US-CA"],
    ["the first of two equally narrow", ["US", "DE"], day, "US"],
    ["the other way round", ["DE", "US"], day, "DE"],
  ])("is %s", (_name, regions, on, region) => {
    expect(bandFor(bands, "senior", regions, on)?.region).toBe(region);
  });

  it.each([
    ["of another level", [band({ levelKey: "staff" })]],
    ["of another region", [band({ region: "FR" })]],
    ["not yet in force", [band({ effectiveFrom: "2026-11-23" })]],
    ["a draft", [band({ state: "draft" })]],
    ["discarded", [band({ state: "discarded" })]],
    ["ended", [band(), band({ number: 2, ends: true, effectiveFrom: "2026-11-22" })]],
  ])("is none where the only one is %s, and none is made up", (_name, only) => {
    expect(bandFor(only, "senior", ["DE-BE"], day)).toBeNull();
  });

  it("is the version that took effect last, of one day the later number; the earlier stays", () => {
    const first = band();
    const second = band({ number: 2, effectiveFrom: "2026-06-01" });
    const third = band({ number: 3, effectiveFrom: "2026-06-01" });
    const ahead = band({ number: 4, effectiveFrom: "2027-01-01" });
    const all = [ahead, first, third, second];
    expect(inForce(all, "senior", "DE", "2026-05-31")).toBe(first);
    expect(inForce(all, "senior", "DE", "2026-06-01")).toBe(third);
    expect(inForce(all, "senior", "DE", "2027-01-01")).toBe(ahead);
  });

  it("gives way to the next wider region where it ends", () => {
    const all = [
      band({ region: "DE-BE" }),
      band({ region: "DE-BE", number: 2, ends: true, effectiveFrom: day }),
      band(),
    ];
    expect(bandFor(all, "senior", ["DE-BE"], day)?.region).toBe("DE");
  });
});

describe("law 8: a band by two people", () => {
  const draft = { ...band({ state: "draft", effectiveFrom: day }), authorId: "ada" };
  it.each([
    ["another admin", draft, "bo", null],
    ["its author", draft, "ada", "BAND_OWN_APPROVAL"],
    ["another, once approved", { ...draft, state: "approved" as const }, "bo", "BAND_STATE"],
    ["another, not rising", { ...draft, minMinor: 6_000_000 }, "bo", "BAND_ORDER"],
    ["another, after its day", { ...draft, effectiveFrom: "2026-11-21" }, "bo", "BAND_PAST"],
  ])("is approved or refused: %s", (_name, one, by, code) => {
    expect(whyNotApproveBand(one, by, day)?.code ?? null).toBe(code);
  });

  it.each([
    [{ minMinor: 2, midMinor: 1, maxMinor: 3 }, "BAND_ORDER"],
    [{ minMinor: 1, midMinor: 3, maxMinor: 2 }, "BAND_ORDER"],
    [{ minMinor: 1, midMinor: 1, maxMinor: 1 }, null],
    [{ effectiveFrom: "2026-11-21" }, "BAND_PAST"],
    [{ effectiveFrom: "2026-11-23" }, null],
  ])("rises, today or later: %o", (changed, code) => {
    const one = band({ effectiveFrom: day, ...changed });
    expect(whyNotBand(one, day)?.code ?? null).toBe(code);
  });

  it.each([
    ["draft", null],
    ["approved", "BAND_STATE"],
    ["discarded", "BAND_STATE"],
  ] as const)("is discarded, being %s: %s", (state, code) => {
    expect(whyNotDiscardBand({ state })?.code ?? null).toBe(code);
  });
});

describe("levels beside each other", () => {
  const of = (levelKey: string, minMinor: number, maxMinor: number, currency = "EUR") =>
    band({ levelKey, minMinor, midMinor: (minMinor + maxMinor) / 2, maxMinor, currency });
  it.each([
    ["a gap", of("b", 30, 40), "gap", 10],
    ["an overlap", of("b", 15, 40), "overlap", 5],
    ["the same band", of("b", 10, 20), "same", 10],
    ["the senior below the junior", of("b", 2, 12), "inverted", 8],
    ["two currencies", of("b", 20, 40, "USD"), "currency", 0],
  ])("show %s", (_name, upper, kind, minor) => {
    expect(seamsOf([of("a", 10, 20), upper], ["a", "b"], "DE", day)).toEqual([
      { region: "DE", lower: "a", upper: "b", kind, minor, currency: upper.currency },
    ]);
  });

  it("show nothing where they meet, and pass over a level without a band", () => {
    expect(seamsOf([of("a", 10, 20), of("b", 20, 40)], ["a", "b"], "DE", day)).toEqual([]);
    const seams = seamsOf([of("a", 10, 20), of("c", 30, 40)], ["a", "b", "c"], "DE", day);
    expect(seams.map((one) => [one.lower, one.upper, one.kind])).toEqual([["a", "c", "gap"]]);
  });
});

describe("the level of a band", () => {
  const levels = [{ key: "engineer" }, { key: "senior" }];
  it.each([
    ["senior", null],
    ["Senior", "BAND_LEVEL"],
    ["staff", "BAND_LEVEL"],
  ])("%s: %s", (level, code) => {
    expect(whyNotLevel(levels, level)?.code ?? null).toBe(code);
  });
});

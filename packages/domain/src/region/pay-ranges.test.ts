import { describe, expect, it } from "vitest";
import { rangeFor, rangesOfPost, withoutRange } from "./pay-ranges.ts";

const pay = (currency: string) => ({ minMinor: 1, maxMinor: 2, currency });
const of = (...regions: (string | null)[]) =>
  regions.map((region) => ({ ...pay(region ?? "own"), region }));

describe("law 8: the ranges of a post", () => {
  it("are its own and those of its regions", () => {
    const regionalPay = [{ ...pay("CAD"), region: "CA-ON" }];
    expect(rangesOfPost({ pay: pay("EUR"), statements: { regionalPay } })).toEqual([
      { ...pay("EUR"), region: null },
      { ...pay("CAD"), region: "CA-ON" },
    ]);
    expect(rangesOfPost({ pay: null, statements: { regionalPay } })).toEqual(regionalPay);
    expect(rangesOfPost({ pay: null, statements: { regionalPay: [] } })).toEqual([]);
  });

  it.each<[string, (string | null)[], string[], string | null]>([
    ["the own one, where no other is", [null, "CA-ON"], ["DE-BE"], "own"],
    ["the region's", [null, "CA-ON"], ["CA-ON"], "CA-ON"],
    ["the country's for a part of it", [null, "CA"], ["CA-ON"], "CA"],
    ["the narrowest", [null, "US", "US-NY", "US-NY-NYC"], ["US-NY-NYC"], "US-NY-NYC"],
    ["the Union's for a member", [null, "EU"], ["FR"], "EU"],
    ["not that of a part, for the whole", [null, "CA-ON"], ["CA"], "own"],
    ["that of the first of several places", [null, "CA-ON", "US"], ["CA-ON", "US-CO"], "CA-ON"],
    ["the own one, without a place", [null, "CA-ON"], [], "own"],
    ["none", ["CA-ON"], ["DE-BE"], null],
    ["none of nothing", [], ["DE-BE"], null],
  ])("for work in a place: %s", (_, regions, places, expected) => {
    expect(rangeFor(of(...regions), places)?.currency ?? null).toBe(expected);
  });

  it.each<[(string | null)[], string[], string[]]>([
    [[null], ["DE-BE", "CA-ON"], []],
    [["CA-ON"], ["DE-BE", "CA-ON"], ["DE-BE"]],
    [["CA", "EU"], ["DE-BE", "CA-ON"], []],
    [[], ["DE-BE"], ["DE-BE"]],
    [["US"], [], []],
  ])("of %j, %j lack %j", (regions, places, lacking) => {
    expect(withoutRange(of(...regions), places)).toEqual(lacking);
  });
});

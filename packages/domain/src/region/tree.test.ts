import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainOf, EU_MEMBERS, isWithin } from "./tree.ts";

describe("the regions that a region lies in", () => {
  it.each([
    ["US-NY-NYC", ["US-NY-NYC", "US-NY", "US"]],
    ["US-CO", ["US-CO", "US"]],
    ["DE-BE", ["DE-BE", "DE", "EU"]],
    ["FR", ["FR", "EU"]],
    ["GB", ["GB"]],
    ["CH-ZH", ["CH-ZH", "CH"]],
    ["EU", ["EU"]],
  ])("%s: %j", (region, chain) => {
    expect(chainOf(region)).toEqual(chain);
  });

  it("names the 27 members of the Union once each", () => {
    expect(EU_MEMBERS.size).toBe(27);
  });

  it("has each region lie in itself and in whatever its parents lie in", () => {
    const part = fc.stringMatching(/^[A-Z]{2}(-[A-Z0-9]{1,3}(-[A-Z]{3})?)?$/);
    fc.assert(
      fc.property(part, (region) => {
        const chain = chainOf(region);
        expect(isWithin(region, region)).toBe(true);
        for (const parent of chain)
          expect(chain).toEqual(expect.arrayContaining([...chainOf(parent)]));
      }),
    );
  });
});

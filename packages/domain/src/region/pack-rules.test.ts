import { describe, expect, it } from "vitest";
import {
  whyNotApprovePack,
  whyNotDiscardPack,
  whyNotFrom,
  whyNotImportPack,
  whyNotSizes,
} from "./pack-rules.ts";
import type { RegionSize } from "./schemas.ts";

const TODAY = "2030-03-02";
const DRAFT = { number: 1, state: "draft", createdBy: "author", effectiveFrom: TODAY } as const;
const approved = { ...DRAFT, state: "approved" } as const;
const discarded = { ...DRAFT, state: "discarded" } as const;
const past = { ...DRAFT, effectiveFrom: "2030-03-01" };

describe("a version of the rules of regions", () => {
  it.each([
    [DRAFT, "other", null],
    [{ ...DRAFT, effectiveFrom: "2030-03-03" }, "other", null],
    [DRAFT, "author", "REGION_PACK_AUTHOR"],
    [past, "other", "REGION_PACK_PAST"],
    [approved, "other", "REGION_PACK_STATE"],
    [discarded, "author", "REGION_PACK_STATE"],
  ])("%j is approved by %s: %s", (pack, by, expected) => {
    expect(whyNotApprovePack(pack, by, TODAY)?.code ?? null).toBe(expected);
  });

  it.each([
    [DRAFT, null],
    [past, null],
    [approved, "REGION_PACK_STATE"],
    [discarded, "REGION_PACK_STATE"],
  ])("%j is discarded: %s", (pack, expected) => {
    expect(whyNotDiscardPack(pack)?.code ?? null).toBe(expected);
  });

  it.each([
    ["the first one", [], null],
    ["after those that were settled", [discarded, approved], null],
    ["beside a draft", [DRAFT, approved], "REGION_PACK_WAITS"],
  ])("is imported, %s: %s", (_name, packs, expected) => {
    expect(whyNotImportPack(packs)?.code ?? null).toBe(expected);
  });

  it.each([
    ["2030-03-01", "REGION_PACK_PAST"],
    ["2030-03-02", null],
    ["2030-03-03", null],
  ])("holds from %s: %s", (day, expected) => {
    expect(whyNotFrom(day, TODAY)?.code ?? null).toBe(expected);
  });
});

describe("how many are employed where", () => {
  const of = (region: string, employees: number) => ({ region, employees });

  it.each<[RegionSize[], string | null, string[]]>([
    [[], null, []],
    [[of("US", 5), of("US-CO", 5), of("DE", 90)], null, []],
    [[of("US", 5), of("US-CO", 6)], "REGION_SIZES", ["sizes.1.employees"]],
    [[of("US-CO", 6), of("US", 5)], "REGION_SIZES", ["sizes.0.employees"]],
    [[of("DE", 5), of("DE", 5)], "REGION_SIZES", ["sizes.1.region"]],
  ])("%j: %s", (sizes, expected, fields) => {
    const denial = whyNotSizes(sizes);
    expect(denial?.code ?? null).toBe(expected);
    const named = denial?.code === "REGION_SIZES" ? Object.keys(denial.facts.fields) : [];
    expect(named).toEqual(fields);
  });
});

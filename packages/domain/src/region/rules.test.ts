import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUILT_IN } from "./built-in.ts";
import { type RegionsAsked, rulesFor } from "./rules.ts";
import { RegionPack, type RegionRule } from "./schemas.ts";

const unknown = () => null;
const idsOf = (asked: RegionsAsked) => rulesFor(asked).map((one) => one.rule.id);

/** Regions, employees (null: not known), day, rules that are owed, rules that are not. */
type Row = [string[], number | null, string, string[], string[]];

const PAY: Row[] = [
  [["US-CO"], 0, "2026-03-01", [], ["us-co-pay-range", "us-co-how-to-apply"]],
  [["US-CO"], 1, "2020-12-31", [], ["us-co-pay-range"]],
  [["US-CO"], 1, "2021-01-01", ["us-co-pay-range"], ["us-co-how-to-apply"]],
  [["US-CO"], 1, "2023-12-31", ["us-co-pay-range"], ["us-co-selection-notice"]],
  [["US-CO"], 1, "2024-01-01", ["us-co-how-to-apply", "us-co-selection-notice"], []],
  [["US-CA"], 14, "2026-03-01", [], ["us-ca-pay-upon-hire"]],
  [["US-CA"], 15, "2022-12-31", [], ["us-ca-pay-range", "us-ca-records"]],
  [["US-CA"], 15, "2023-01-01", ["us-ca-pay-range", "us-ca-records"], ["us-ca-pay-upon-hire"]],
  [["US-CA"], 15, "2025-12-31", ["us-ca-pay-range"], ["us-ca-pay-upon-hire"]],
  [["US-CA"], 15, "2026-01-01", ["us-ca-pay-upon-hire"], ["us-ca-pay-range"]],
  [["US-WA"], 14, "2026-03-01", [], ["us-wa-pay-range", "us-wa-cure"]],
  [["US-WA"], 15, "2022-12-31", [], ["us-wa-pay-range"]],
  [["US-WA"], 15, "2023-01-01", ["us-wa-pay-range"], ["us-wa-cure"]],
  [["US-WA"], 15, "2025-07-26", [], ["us-wa-cure"]],
  [["US-WA"], 15, "2025-07-27", ["us-wa-cure"], []],
  [["US-WA"], 15, "2027-07-27", ["us-wa-cure"], []],
  [["US-WA"], 15, "2027-07-28", ["us-wa-pay-range"], ["us-wa-cure"]],
  [["US-NY"], 3, "2026-03-01", [], ["us-ny-pay-range"]],
  [["US-NY"], 4, "2023-09-16", [], ["us-ny-pay-range"]],
  [["US-NY"], 4, "2023-09-17", ["us-ny-pay-range"], ["us-ny-nyc-pay-range"]],
  [["US-NY-NYC"], 3, "2026-03-01", ["us-ny-salary-history"], ["us-ny-nyc-pay-range"]],
  [["US-NY-NYC"], 4, "2022-10-31", [], ["us-ny-nyc-pay-range"]],
  [["US-NY-NYC"], 4, "2022-11-01", ["us-ny-nyc-pay-range", "us-ny-nyc-cure"], ["us-ny-pay-range"]],
  [["US-NY-NYC"], 4, "2023-09-17", ["us-ny-nyc-pay-range", "us-ny-pay-range"], []],
  [["US-IL"], 14, "2026-03-01", [], ["us-il-pay-range", "us-il-promotion-notice"]],
  [["US-IL"], 15, "2024-12-31", [], ["us-il-pay-range"]],
  [["US-IL"], 15, "2025-01-01", ["us-il-pay-range", "us-il-promotion-notice"], []],
  [["US-MN"], 29, "2026-03-01", [], ["us-mn-pay-range"]],
  [["US-MN"], 30, "2024-12-31", [], ["us-mn-pay-range"]],
  [["US-MN"], 30, "2025-01-01", ["us-mn-pay-range"], []],
  [["US-NJ"], 9, "2026-03-01", [], ["us-nj-pay-range"]],
  [["US-NJ"], 10, "2025-05-31", [], ["us-nj-pay-range"]],
  [["US-NJ"], 10, "2025-06-01", ["us-nj-pay-range"], []],
  [["US-VT"], 4, "2026-03-01", [], ["us-vt-pay-range"]],
  [["US-VT"], 5, "2025-06-30", [], ["us-vt-pay-range"]],
  [["US-VT"], 5, "2025-07-01", ["us-vt-pay-range"], []],
  [["US-MA"], 24, "2026-03-01", [], ["us-ma-pay-range"]],
  [["US-MA"], 25, "2025-10-28", [], ["us-ma-pay-range"]],
  [["US-MA"], 25, "2025-10-29", ["us-ma-pay-range"], []],
  [["US-MD"], 0, "2024-09-30", [], ["us-md-pay-range"]],
  [["US-MD"], 0, "2024-10-01", ["us-md-pay-range", "us-md-records", "us-md-retention"], []],
  [["US-DC"], 0, "2026-03-01", [], ["us-dc-pay-range"]],
  [["US-DC"], 1, "2024-06-29", [], ["us-dc-pay-range"]],
  [["US-DC"], 1, "2024-06-30", ["us-dc-pay-range", "us-dc-health-benefits"], []],
  [["US-HI"], 49, "2026-03-01", [], ["us-hi-pay-range"]],
  [["US-HI"], 50, "2023-12-31", [], ["us-hi-pay-range"]],
  [["US-HI"], 50, "2024-01-01", ["us-hi-pay-range"], []],
  [["US-ME"], 9, "2026-08-01", [], ["us-me-pay-range"]],
  [["US-ME"], 10, "2026-07-12", [], ["us-me-pay-range"]],
  [["US-ME"], 10, "2026-07-13", ["us-me-pay-range"], []],
  [["US-DE"], 25, "2027-09-26", [], ["us-de-pay-range"]],
  [["US-DE"], 26, "2027-09-25", [], ["us-de-pay-range"]],
  [["US-DE"], 26, "2027-09-26", ["us-de-pay-range"], []],
  [["US-DE"], null, "2027-09-26", ["us-de-pay-range"], []],
  [["CA-ON"], 24, "2026-03-01", ["ca-on-retention"], ["ca-on-pay-range", "ca-on-answer"]],
  [["CA-ON"], 25, "2025-12-31", [], ["ca-on-pay-range", "ca-on-vacancy"]],
  [
    ["CA-ON"],
    25,
    "2026-01-01",
    [
      "ca-on-pay-range",
      "ca-on-vacancy",
      "ca-on-ai-statement",
      "ca-on-canadian-experience",
      "ca-on-answer",
      "ca-on-records",
    ],
    [],
  ],
  [["CA-BC"], 0, "2023-10-31", [], ["ca-bc-pay-range"]],
  [["CA-BC"], 0, "2023-11-01", ["ca-bc-pay-range"], []],
];

const UNION: Row[] = [
  [["IT-25"], 1, "2026-06-06", [], ["it-pay-range", "eu-salary-history"]],
  [["IT-25"], 1, "2026-06-07", ["it-pay-range", "it-pay-information", "eu-salary-history"], []],
  [["SK", "LT"], 1, "2026-06-06", [], ["sk-pay-range", "lt-pay-range"]],
  [["SK", "LT"], 1, "2026-06-07", ["sk-pay-range", "lt-gender-neutral"], ["mt-pay-range"]],
  [["MT"], 1, "2026-06-06", [], ["mt-pay-range"]],
  [["MT"], 1, "2026-06-07", ["mt-pay-range", "mt-pay-criteria"], []],
  [["PL"], 1, "2025-12-23", [], ["pl-pay-range", "pl-salary-history"]],
  [["PL"], 1, "2025-12-24", ["pl-pay-range", "pl-salary-history"], ["pl-pay-information"]],
  [["NL"], 1, "2026-12-31", [], ["nl-pay-range"]],
  [["NL"], 1, "2027-01-01", ["nl-pay-range", "nl-pay-counts"], []],
  [["DK"], 1, "2026-12-31", [], ["dk-pay-range"]],
  [["DK"], 1, "2027-01-01", ["dk-pay-range"], []],
  [["DE-BE"], 1, "2026-11-01", ["eu-salary-history"], ["de-pay-range"]],
  [["FR"], 1, "2030-01-01", ["fr-retention"], ["fr-pay-range"]],
  [["DE"], 249, "2027-06-07", ["eu-gap-report-150"], ["eu-gap-report-250"]],
  [["DE"], 250, "2027-06-06", [], ["eu-gap-report-250", "eu-gap-report-150"]],
  [["DE"], 250, "2027-06-07", ["eu-gap-report-250"], ["eu-gap-report-100"]],
  [["DE"], 100, "2031-06-06", [], ["eu-gap-report-100"]],
  [["DE"], 100, "2031-06-07", ["eu-gap-report-100"], ["eu-gap-report-150"]],
  [["DE"], 99, "2031-06-07", [], ["eu-gap-report-100"]],
];

const REST: Row[] = [
  [["DE"], 20, "2026-03-01", ["de-offer-binds"], ["de-works-council", "de-works-agreement"]],
  [["DE"], 21, "2026-03-01", ["de-works-council", "de-works-council-week"], []],
  [["DE"], null, "2026-03-01", ["de-works-council"], []],
  [["DE"], 1, "2018-05-24", ["de-retention"], ["eu-access", "eu-notice-at-application"]],
  [["DE"], 1, "2018-05-25", ["eu-access", "eu-notice-answer", "eu-no-automated-rejection"], []],
  [["GB"], 1, "2026-03-01", ["gb-retention"], ["eu-access"]],
  [["US-CA"], 1, "2025-09-30", ["us-retention"], ["us-ca-retention"]],
  [["US-CA"], 1, "2025-10-01", ["us-retention", "us-ca-retention"], []],
  [["US-TX"], 1, "2026-03-01", ["us-background-check", "us-disability-questions"], []],
  [["US-TX"], null, "2026-03-01", ["us-four-fifths"], ["us-retention-contractor"]],
  [["US-NY-NYC"], 1, "2023-07-04", [], ["us-ny-nyc-automated-decisions"]],
  [["US-NY-NYC"], 1, "2023-07-05", ["us-ny-nyc-automated-decisions"], []],
  [["US-CO"], 1, "2026-12-31", [], ["us-co-automated-decisions"]],
  [["US-CO"], 1, "2027-01-01", ["us-co-automated-decisions"], []],
  [["US-IL"], 1, "2025-12-31", [], ["us-il-ai-notice"]],
  [["US-IL"], 1, "2026-01-01", ["us-il-ai-notice"], []],
  [["DE"], 1, "2027-12-01", [], ["eu-ai-act"]],
  [["DE"], 1, "2027-12-02", ["eu-ai-act"], []],
  [["US-AL"], 1, "2026-03-01", ["us-al-salary-history"], []],
  [["US-MI"], 1, "2026-03-01", ["us-mi-local-bans"], []],
  [[], 1000, "2026-03-01", [], ["us-retention", "eu-access"]],
  [
    ["US-CO", "US-NY-NYC", "DE-BE", "CA-ON"],
    null,
    "2026-11-01",
    [
      "us-co-pay-range",
      "us-ny-pay-range",
      "us-ny-nyc-pay-range",
      "eu-notice-at-application",
      "de-works-council",
      "ca-on-pay-range",
      "ca-on-vacancy",
    ],
    ["us-ca-pay-upon-hire"],
  ],
];

describe("law 8 and its like: what regions owe by place, size and day", () => {
  it.each([...PAY, ...UNION, ...REST])(
    "%j with %j employees on %s: %j, not %j",
    (regions, count, day, owed, free) => {
      const ids = idsOf({ regions, day, employees: () => count });
      expect(ids).toEqual(expect.arrayContaining(owed));
      expect(ids.filter((id) => free.includes(id))).toEqual([]);
    },
  );

  it("begins and ends each rule on its very day", () => {
    for (const { id, region, from, to, only } of BUILT_IN.rules) {
      const traits = only === undefined ? [] : [only];
      const on = (day: string) => idsOf({ regions: [region], day, employees: unknown, traits });
      if (from !== null) {
        expect(on(from)).toContain(id);
        expect(on(shifted(from, -1))).not.toContain(id);
      }
      if (to !== null) {
        expect(on(to)).toContain(id);
        expect(on(shifted(to, 1))).not.toContain(id);
      }
    }
  });

  it("says which regions owe a rule, and that only an unknown size makes it owed", () => {
    const applied = rulesFor({
      regions: ["US-NY-NYC", "US-NY", "US-TX"],
      day: "2026-03-01",
      employees: unknown,
    });
    const state = applied.find((one) => one.rule.id === "us-ny-pay-range");
    expect(state).toMatchObject({ regions: ["US-NY", "US-NY-NYC"], sizeUnknown: true });
    const country = applied.find((one) => one.rule.id === "us-retention");
    expect(country).toMatchObject({
      regions: ["US-NY", "US-NY-NYC", "US-TX"],
      sizeUnknown: false,
    });
  });

  it("asks of a federal contractor only what it says it is", () => {
    const asked = { regions: ["US"], day: "2026-03-01", employees: () => 200 };
    expect(idsOf(asked)).not.toContain("us-retention-contractor");
    expect(idsOf({ ...asked, traits: ["federal_contractor"] })).toContain(
      "us-retention-contractor",
    );
  });

  it("voids a local ban where the state forbids it", () => {
    const local: RegionRule[] = ["US-MI-DET", "US-PA-PHL"].map((region) => ({
      id: region.toLowerCase(),
      region,
      from: null,
      to: null,
      threshold: null,
      duty: { topic: "salary_history", bans: ["may_not_ask"], verifyAfterOffer: false },
      blocking: true,
      source: "A city",
      confidence: "m",
      sentence: "Nobody asks.",
    }));
    const ids = idsOf({
      regions: ["US-MI-DET", "US-PA-PHL"],
      day: "2026-03-01",
      employees: unknown,
      pack: { rules: [...BUILT_IN.rules, ...local] },
    });
    expect(ids).toContain("us-pa-phl");
    expect(ids).not.toContain("us-mi-det");
  });
});

describe("the built-in pack", () => {
  it("is a document that could be imported, with ids that tell its rules apart", () => {
    expect(RegionPack.parse(structuredClone(BUILT_IN))).toEqual(BUILT_IN);
    expect(new Set(BUILT_IN.rules.map((one) => one.id)).size).toBe(BUILT_IN.rules.length);
  });
});

const region = fc.constantFrom(...new Set(BUILT_IN.rules.map((one) => one.region)), "US-TX", "CH");
const day = fc
  .date({ min: new Date("2017-01-01"), max: new Date("2032-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const size = fc.option(fc.nat(400), { nil: null });

describe("properties of what regions owe", () => {
  it("never owes less for a region more", () => {
    fc.assert(
      fc.property(fc.array(region), region, day, size, (regions, more, on, count) => {
        const asked = { day: on, employees: () => count };
        expect(idsOf({ ...asked, regions: [...regions, more] })).toEqual(
          expect.arrayContaining(idsOf({ ...asked, regions })),
        );
      }),
    );
  });

  it("never owes less for an employee more, and most where the size is not known", () => {
    fc.assert(
      fc.property(fc.array(region), day, fc.nat(400), fc.nat(400), (regions, on, count, plus) => {
        const owed = (employees: number | null) =>
          idsOf({ regions, day: on, employees: () => employees });
        expect(owed(count + plus)).toEqual(expect.arrayContaining(owed(count)));
        expect(owed(null)).toEqual(expect.arrayContaining(owed(count + plus)));
      }),
    );
  });

  it("does not rest on the order of regions, nor on one named twice", () => {
    fc.assert(
      fc.property(fc.array(region), day, size, (regions, on, count) => {
        const asked = { day: on, employees: () => count };
        const turned = [...regions.toReversed(), ...regions];
        expect(rulesFor({ ...asked, regions: turned })).toEqual(rulesFor({ ...asked, regions }));
      }),
    );
  });
});

function shifted(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}

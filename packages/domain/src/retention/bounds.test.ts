import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, type RetentionRow } from "./bounds.ts";
import { retentionRows } from "./region-rows.ts";
import { type KeepFacts, whatNow } from "./what-now.ts";

const ENDED = new Date("2026-01-31T12:00:00.000Z");
const day = (at: Date | undefined) => at?.toISOString().slice(0, 10) ?? null;
const facts = (more: Partial<Parameters<typeof boundsOf>[1]> = {}) => ({
  endedAt: ENDED,
  lastContactAt: ENDED,
  consentUntil: null,
  ...more,
});
const of = (regions: readonly string[], asOf = "2026-06-01") =>
  retentionRows({ regions, day: asOf, employees: () => null });

type Row = [string, string[], string | null, string | null, boolean];
const TABLE: Row[] = [
  ["Germany, 6 months", ["DE"], null, "2026-07-31", false],
  ["Berlin lies in Germany", ["DE-BE"], null, "2026-07-31", false],
  ["the Netherlands, 4 weeks", ["NL"], null, "2026-02-28", false],
  ["France, 2 years", ["FR"], null, "2028-01-31", false],
  ["the United Kingdom, 6 of its 6 to 12 months", ["GB"], null, "2026-07-31", false],
  ["the United States, 1 year", ["US-TX"], "2027-01-31", null, false],
  ["California, 4 years", ["US-CA"], "2030-01-31", null, false],
  ["Illinois, 5 years", ["US-IL"], "2031-01-31", null, false],
  ["Ontario, 3 years", ["CA-ON"], "2029-01-31", null, false],
  ["Maryland, 3 years", ["US-MD"], "2029-01-31", null, false],
  ["nowhere that is known", ["JP"], null, null, false],
  ["no region at all", [], null, null, false],
  ["California and Illinois: the later minimum", ["US-CA", "US-IL"], "2031-01-31", null, false],
  ["Germany and France: the earlier maximum", ["FR", "DE"], null, "2026-07-31", false],
  ["Germany and the Netherlands", ["DE", "NL"], null, "2026-02-28", false],
  ["California and Germany are in conflict", ["US-CA", "DE"], "2030-01-31", "2026-07-31", true],
  ["Texas and France are not", ["US-TX", "FR"], "2027-01-31", "2028-01-31", false],
  ["Ontario and the Netherlands are", ["CA-ON", "NL"], "2029-01-31", "2026-02-28", true],
];

describe("law 10: the bounds of an application from its regions", () => {
  it.each(TABLE)("%s", (_, regions, lower, upper, conflict) => {
    const bounds = boundsOf(of(regions), facts());
    expect([day(bounds.lower?.at), day(bounds.upper?.at), bounds.conflict]).toEqual([
      lower,
      upper,
      conflict,
    ]);
  });

  it("names the row that sets each", () => {
    const { lower, upper } = boundsOf(of(["US-CA", "US-IL", "DE", "FR"]), facts());
    expect([lower?.row.region, upper?.row.region]).toEqual(["US-IL", "DE"]);
    expect(upper?.row.why).toContain("6 months");
  });

  it.each([
    ["2025-09-30", "2027-01-31"],
    ["2025-10-01", "2030-01-31"],
  ])("knows California's 4 years from 1 October 2025 on: %s", (asOf, lower) => {
    expect(day(boundsOf(of(["US-CA"], asOf), facts()).lower?.at)).toBe(lower);
  });

  it.each([
    [["FR"], "2028-03-15", false],
    [["DE"], "2026-07-31", false],
  ])("counts from the last contact where the law does: %s", (regions, upper) => {
    const lastContactAt = new Date("2026-03-15T00:00:00.000Z");
    expect(day(boundsOf(of(regions), facts({ lastContactAt })).upper?.at)).toBe(upper);
  });

  it("goes as far as the person agreed to, and says that only their consent carries it", () => {
    const consentUntil = new Date("2027-01-31T12:00:00.000Z");
    const { upper } = boundsOf(of(["NL"]), facts({ consentUntil }));
    expect([day(upper?.at), upper?.byConsent]).toEqual(["2027-01-31", true]);
    const untilWithdrawn = boundsOf(of(["DE"]), facts({ consentUntil }));
    expect([day(untilWithdrawn.upper?.at), untilWithdrawn.upper?.byConsent]).toEqual([
      "2027-01-31",
      true,
    ]);
    const refused = boundsOf(of(["GB"]), facts({ consentUntil }));
    expect([day(refused.upper?.at), refused.upper?.byConsent]).toEqual(["2026-07-31", false]);
    const early = boundsOf(of(["FR"]), facts({ consentUntil }));
    expect([day(early.upper?.at), early.upper?.byConsent]).toEqual(["2028-01-31", false]);
  });
});

const REGIONS = [
  "DE",
  "NL",
  "FR",
  "GB",
  "US-CA",
  "US-IL",
  "US-MD",
  "US-TX",
  "CA-ON",
  "JP",
  "DE-BE",
];
const at = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2040-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const some = fc.subarray(REGIONS);

describe("law 10, whatever the regions and dates", () => {
  it("a region more never lowers the minimum nor raises the maximum", () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...REGIONS), at, fc.option(at), (few, one, end, until) => {
        const given = { endedAt: end, lastContactAt: end, consentUntil: until };
        const before = boundsOf(of(few), given);
        const after = boundsOf(of([...few, one]), given);
        if (before.lower !== null) {
          expect(after.lower?.at.getTime()).toBeGreaterThanOrEqual(before.lower.at.getTime());
        }
        if (before.upper !== null) {
          expect(after.upper?.at.getTime()).toBeLessThanOrEqual(before.upper.at.getTime());
        }
      }),
    );
  });

  const anyFacts = fc.record({
    now: at,
    endedAt: fc.option(at),
    hired: fc.boolean(),
    held: fc.boolean(),
    askedAt: fc.option(at),
    policyUntil: fc.option(at),
    regions: some,
    consentUntil: fc.option(at),
  });
  const keepFacts = (
    given: typeof anyFacts extends fc.Arbitrary<infer T> ? T : never,
  ): KeepFacts => {
    const { regions, consentUntil, ...rest } = given;
    const end = rest.endedAt ?? rest.now;
    const bounds = boundsOf(of(regions), { endedAt: end, lastContactAt: end, consentUntil });
    return { ...rest, bounds };
  };

  it("a hold always wins", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        expect(whatNow(keepFacts({ ...given, held: true })).verdict).not.toBe("erase");
      }),
    );
  });

  it("nothing is erased before the minimum, and nothing that goes on", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const known = keepFacts(given);
        if (whatNow(known).verdict !== "erase") return;
        expect(known.endedAt).not.toBeNull();
        const { lower } = known.bounds;
        expect(lower === null || known.now >= lower.at).toBe(true);
      }),
    );
  });

  it("who asked is read by no member any more, or is gone", () => {
    fc.assert(
      fc.property(anyFacts, at, (given, askedAt) => {
        const known = keepFacts({ ...given, askedAt });
        if (known.endedAt !== null) expect(whatNow(known).verdict).not.toBe("keep");
      }),
    );
  });
});

const rows = (regions: string[]): RetentionRow[] => of(regions);
const years = (count: number) => new Date(Date.UTC(2026 + count, 1, 1));

describe("law 10: hold, minimum, request, maximum, policy", () => {
  const base = { endedAt: ENDED, hired: false, held: false, askedAt: null, policyUntil: years(2) };
  it.each([
    ["goes on", [], { endedAt: null }, 1, "keep", "under_way"],
    ["within all bounds, until the policy", ["US-TX"], {}, 1, "keep", "policy"],
    ["the policy's time is over", ["US-TX"], {}, 2, "erase", "policy"],
    ["the policy ends within the minimum", ["US-IL"], {}, 3, "keep", "policy"],
    [
      "the maximum is over, whatever the policy",
      ["FR"],
      { policyUntil: years(5) },
      3,
      "erase",
      "maximum",
    ],
    ["the maximum comes first", ["DE"], {}, 0, "keep", "maximum"],
    ["a request within no minimum", ["DE"], { askedAt: ENDED }, 0, "erase", "request"],
    ["a request within a minimum", ["US-CA"], { askedAt: ENDED }, 1, "restrict", "minimum"],
    ["a request after the minimum", ["US-CA"], { askedAt: ENDED }, 5, "erase", "request"],
    ["in conflict: restricted from the maximum on", ["US-CA", "DE"], {}, 1, "restrict", "minimum"],
    ["in conflict: erased at the minimum's end", ["US-CA", "DE"], {}, 5, "erase", "maximum"],
    ["held: kept", ["US-TX"], { held: true }, 5, "keep", "hold"],
    ["held: a request restricts", ["DE"], { held: true, askedAt: ENDED }, 1, "restrict", "hold"],
    [
      "held: what has passed its maximum is restricted",
      ["DE"],
      { held: true },
      1,
      "restrict",
      "hold",
    ],
    ["hired: no applicant's time ends it", ["DE"], { hired: true }, 9, "keep", "employed"],
    ["hired and asked", ["DE"], { hired: true, askedAt: ENDED }, 1, "erase", "request"],
    ["no law and no policy", ["JP"], { policyUntil: null }, 9, "keep", "nothing"],
  ] as const)("%s", (_, regions, more, afterYears, verdict, why) => {
    const ended = { endedAt: ENDED, lastContactAt: ENDED, consentUntil: null };
    const bounds = boundsOf(rows([...regions]), ended);
    const now = years(afterYears);
    expect(whatNow({ ...base, now, bounds, ...more })).toMatchObject({ verdict, why });
  });
});

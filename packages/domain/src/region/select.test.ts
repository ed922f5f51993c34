import { describe, expect, it } from "vitest";
import { after, comparePeriods, periodWords } from "./period.ts";
import type { Period } from "./schemas.ts";
import {
  answerDuties,
  conditionsFor,
  historyBanned,
  rangeDemanded,
  retentionOf,
} from "./select.ts";

const asked = (regions: string[], day = "2026-11-01", employees: number | null = null) => ({
  regions,
  day,
  employees: () => employees,
});

describe("law 8: where a candidate knows the range before the interview", () => {
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
  ])("%s on %s: %s", (regions, day, expected) => {
    expect(rangeDemanded(asked(regions, day)).length > 0).toBe(expected);
  });
});

describe("law 8: where nobody asks what a candidate earned before", () => {
  it.each<[string, boolean]>([
    ...["CA", "CO", "CT", "DE", "DC", "HI", "IL", "ME", "MD", "MA", "MN", "NV", "NJ", "NY"].map(
      (state): [string, boolean] => [`US-${state}`, true],
    ),
    ["US-OR", true],
    ["US-PR", true],
    ["US-RI", true],
    ["US-VT", true],
    ["US-WA", true],
    ["US-NY-NYC", true],
    ["DE-BE", true],
    ["US-AL", false],
    ["US-MI", false],
    ["US-WI", false],
    ["US-TX", false],
    ["CA-ON", false],
    ["GB", false],
  ])("%s: %s", (region, expected) => {
    expect(historyBanned(asked([region])).length > 0).toBe(expected);
  });

  it("says where what is volunteered is not used, and where it may be verified", () => {
    const dutyIn = (region: string) => historyBanned(asked([region]))[0]?.duty;
    expect(dutyIn("US-IL")?.bans).toContain("may_not_use_even_if_volunteered");
    expect(dutyIn("US-NY")?.bans).not.toContain("may_not_use_even_if_volunteered");
    expect(dutyIn("US-DE")?.verifyAfterOffer).toBe(true);
  });
});

describe("law 10: the bounds of retention", () => {
  it.each<[string[], string | null, string | null]>([
    [["US-TX"], "us-retention", null],
    [["US-CA"], "us-ca-retention", null],
    [["US-CA", "US-IL"], "us-il-retention", null],
    [["US-MD", "CA-ON"], "ca-on-retention", null],
    [["DE"], null, "de-retention"],
    [["DE", "NL", "FR"], null, "nl-retention"],
    [["GB"], null, "gb-retention"],
    [["US-IL", "DE-BE"], "us-il-retention", "de-retention"],
    [["CH"], null, null],
  ])("%j: at least by %s, at most by %s", (regions, least, most) => {
    const found = retentionOf(asked(regions));
    expect(found.least?.rule.id ?? null).toBe(least);
    expect(found.most?.rule.id ?? null).toBe(most);
  });

  it("keeps on while a charge is open, and longer with consent where that is so", () => {
    expect(retentionOf(asked(["US"])).least?.duty.untilDisposition).toBe(true);
    expect(retentionOf(asked(["DE"])).most?.duty.withConsent).toBe("until_withdrawn");
    expect(retentionOf(asked(["NL"])).most?.duty.withConsent).toEqual({ count: 1, unit: "year" });
  });
});

describe("law 11: who must be answered by when", () => {
  it.each<[string, string[]]>([
    ["CA-ON", ["ca-on-answer"]],
    ["US-CO", ["us-co-selection-notice"]],
    ["US-WA", ["us-wa-cure"]],
    ["US-NY-NYC", ["us-ny-nyc-cure"]],
    ["US-IL", ["us-il-promotion-notice"]],
    ["DE", ["de-works-council-week", "eu-access", "eu-notice-answer"]],
    ["IT", ["eu-access", "eu-notice-answer", "it-pay-information"]],
    ["US-TX", []],
  ])("%s: %j", (region, expected) => {
    expect(answerDuties(asked([region])).map((one) => one.rule.id)).toEqual(expected);
  });

  it("is asked by what starts the time", () => {
    const found = answerDuties(asked(["DE", "CA-ON"]), "last_interview");
    expect(found.map((one) => one.duty.within)).toEqual([{ count: 45, unit: "day" }]);
  });
});

describe("what an offer states as its conditions", () => {
  it.each<[string[], number, string[]]>([
    [["DE"], 20, []],
    [["DE"], 21, ["works_council"]],
    [["US-CO"], 5, ["background_check"]],
    [["DE", "US-CO"], 21, ["works_council", "background_check"]],
    [["CA-ON"], 100, []],
  ])("%j with %s employees: %j", (regions, employees, expected) => {
    const found = conditionsFor(asked(regions, "2026-11-01", employees));
    expect(found.map((one) => one.condition)).toEqual(expected);
  });
});

describe("periods", () => {
  it.each<[string, Period, string]>([
    ["2026-01-31", { count: 1, unit: "month" }, "2026-02-28"],
    ["2028-02-29", { count: 1, unit: "year" }, "2029-02-28"],
    ["2026-11-30", { count: 45, unit: "day" }, "2027-01-14"],
    ["2026-11-02", { count: 4, unit: "week" }, "2026-11-30"],
    ["2026-11-06", { count: 5, unit: "business_day" }, "2026-11-13"],
    ["2026-11-07", { count: 1, unit: "business_day" }, "2026-11-09"],
  ])("%s and %j: %s", (day, period, expected) => {
    expect(after(day, period)).toBe(expected);
  });

  it("compares them, and says them", () => {
    const month: Period = { count: 1, unit: "month" };
    const weeks: Period = { count: 4, unit: "week" };
    expect(comparePeriods(month, weeks)).toBe(1);
    expect(comparePeriods(weeks, month)).toBe(-1);
    expect(comparePeriods(month, month)).toBe(0);
    expect(periodWords({ count: 5, unit: "business_day" })).toBe("5 business days");
    expect(periodWords(month)).toBe("1 month");
  });
});

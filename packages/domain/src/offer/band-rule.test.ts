import { describe, expect, it } from "vitest";
import { isDenial } from "../policy/judge.ts";
import { mayVary } from "../policy/rule.ts";
import { type BandFacts, bandRule } from "./band-rule.ts";
import { countedOf, figuresOf, regionCounts, sideOf } from "./pay.ts";

const { defaults } = bandRule;
type Parameters = typeof defaults;
const FACTS: BandFacts = {
  step: "request",
  baseMinor: 60_000,
  withVariableMinor: 66_000,
  totalMinor: 90_000,
  currency: "EUR",
  band: { minMinor: 49_000, maxMinor: 69_000, currency: "EUR" },
  range: { minMinor: 55_000, maxMinor: 70_000, currency: "EUR" },
  regionCounts: "base",
  reason: true,
  excepted: false,
};
const usd = { minMinor: 1, maxMinor: 99_000, currency: "USD" };
const at = (baseMinor: number): Partial<BandFacts> => ({
  baseMinor,
  withVariableMinor: baseMinor + 6000,
  totalMinor: baseMinor + 30_000,
});

function said(
  facts: Partial<BandFacts>,
  parameters: Partial<Parameters> = {},
  kind: "validation" | "flow" = "validation",
) {
  const verdict = bandRule.judge({ ...FACTS, ...facts }, { ...defaults, ...parameters }, kind);
  if (verdict === null) return "passes";
  if (!isDenial(verdict)) return `${verdict.effect} ${verdict.facts.of} ${verdict.facts.approvals}`;
  const { side, of } = { of: "", side: "", ...verdict.facts };
  return `${verdict.code} ${String(of)} ${String(side)}`.replace("  ", " ");
}

describe("law 8: an offer inside the band and the range last disclosed", () => {
  it.each<[string, Partial<BandFacts>, Partial<Parameters>, string]>([
    ["inside both", {}, {}, "passes"],
    ["at the band's minimum", { ...at(49_000), range: null }, {}, "passes"],
    ["at its maximum", at(69_000), {}, "passes"],
    ["a cent above", at(69_001), {}, "OFFER_OUTSIDE band above"],
    ["a cent below", { ...at(48_999), range: null }, {}, "OFFER_OUTSIDE band below"],
    ["a band in another currency", { band: usd }, {}, "OFFER_OUTSIDE band currency"],
    ["no band and no range", { ...at(1), band: null, range: null }, {}, "passes"],
    [
      "no reason outside the band",
      { ...at(75_000), reason: false },
      {},
      "BAND_REASON_MISSING above",
    ],
    [
      "no reason outside the range alone",
      { ...at(50_000), reason: false },
      {},
      "RANGE_REASON_MISSING below",
    ],
    ["a reason outside the range alone", at(50_000), {}, "passes"],
    [
      "a reason, where an exception is asked",
      at(50_000),
      { outsideRange: "exception" },
      "OFFER_OUTSIDE range below",
    ],
    [
      "a reason outside the band, where it is enough",
      at(75_000),
      { outsideBand: "reason" },
      "passes",
    ],
    ["an exception", { ...at(75_000), excepted: true }, {}, "passes"],
    [
      "an exception and no reason",
      { ...at(75_000), excepted: true, reason: false },
      {},
      "BAND_REASON_MISSING above",
    ],
    ["a draft with a reason", { ...at(75_000), step: "draft" }, {}, "passes"],
    [
      "a draft without",
      { ...at(75_000), step: "draft", reason: false },
      {},
      "BAND_REASON_MISSING above",
    ],
    ["when it is sent", { ...at(75_000), step: "send" }, {}, "OFFER_OUTSIDE band above"],
    ["within the percent allowed", at(75_900), { aboveBandPercent: 10 }, "passes"],
    ["a cent past them", at(75_901), { aboveBandPercent: 10 }, "OFFER_OUTSIDE band above"],
    ["within those below", { ...at(44_100), range: null }, { belowBandPercent: 10 }, "passes"],
    [
      "a cent past those",
      { ...at(44_099), range: null },
      { belowBandPercent: 10 },
      "OFFER_OUTSIDE band below",
    ],
  ])("%s", (_name, facts, parameters, expected) => {
    expect(said(facts, parameters)).toBe(expected);
  });

  it.each<[string, Partial<BandFacts>, Partial<Parameters>, string]>([
    ["base elsewhere", at(66_000), {}, "passes"],
    [
      "base and variable in the Union",
      { ...at(66_000), regionCounts: "base_and_variable" },
      {},
      "OFFER_OUTSIDE band above",
    ],
    [
      "base by policy, in the Union too",
      { ...at(66_000), regionCounts: "base_and_variable" },
      { counts: "base" },
      "passes",
    ],
    ["all of it by policy", at(60_000), { counts: "total" }, "OFFER_OUTSIDE band above"],
    [
      "variable pay lifts a low base",
      { ...at(45_000), range: null, regionCounts: "base_and_variable" },
      {},
      "passes",
    ],
  ])("counts %s", (_name, facts, parameters, expected) => {
    expect(said(facts, parameters)).toBe(expected);
  });

  it.each<[string, Partial<BandFacts>, Partial<Parameters>, string]>([
    ["is asked for with a group more", at(75_000), {}, "add_group band 1"],
    ["of as many as the policy says", at(75_000), { exceptionApprovals: 2 }, "add_group band 2"],
    ["outside the range, too", at(50_000), { outsideRange: "exception" }, "add_group range 1"],
    ["never without a reason", { ...at(75_000), reason: false }, {}, "BAND_REASON_MISSING above"],
    [
      "and not sent unless that group approved",
      { ...at(75_000), step: "send" },
      {},
      "OFFER_OUTSIDE band above",
    ],
    ["and sent once it did", { ...at(75_000), step: "send", excepted: true }, {}, "passes"],
    ["inside without any", {}, {}, "passes"],
  ])("as flow %s", (_name, facts, parameters, expected) => {
    expect(said(facts, parameters, "flow")).toBe(expected);
  });

  it("says in its refusal what was counted, and is never an experiment", () => {
    const verdict = bandRule.judge(
      { ...FACTS, ...at(66_000), regionCounts: "base_and_variable" },
      defaults,
      "validation",
    );
    expect(verdict).toMatchObject({ facts: { counts: "base_and_variable" } });
    expect(mayVary(bandRule)).toBe(false);
  });
});

describe("a package", () => {
  const pay = {
    amountMinor: 100,
    variableMinor: 20,
    equityMinor: null,
    signingMinor: 5,
    benefits: [{ valueMinor: 3 }, { valueMinor: null }],
  };

  it("is added up as it is counted", () => {
    const figures = figuresOf(pay);
    expect(figures).toEqual({ baseMinor: 100, withVariableMinor: 120, totalMinor: 128 });
    expect(figuresOf({ ...pay, equityMinor: 40 }).totalMinor).toBe(168);
    expect([
      countedOf(figures, "base"),
      countedOf(figures, "base_and_variable"),
      countedOf(figures, "total"),
    ]).toEqual([100, 120, 128]);
  });

  it.each([
    [["DE-BE"], "base_and_variable"],
    [["US-CA", "PT"], "base_and_variable"],
    [["US-CA", "GB"], "base"],
    [[], "base"],
  ])("is counted as the regions count it: %j", (regions, counts) => {
    expect(regionCounts(regions)).toBe(counts);
  });

  it("lies on one side of a range, or inside", () => {
    const range = { minMinor: 10, maxMinor: 20, currency: "EUR" };
    expect([9, 10, 20, 21].map((minor) => sideOf(minor, "EUR", range))).toEqual([
      "below",
      null,
      null,
      "above",
    ]);
    expect([sideOf(15, "USD", range), sideOf(15, "EUR", null)]).toEqual(["currency", null]);
  });
});

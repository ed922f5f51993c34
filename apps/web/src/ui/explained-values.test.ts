import { describe, expect, it } from "vitest";
import { explainedValues } from "./explained-values.ts";

describe("the values of an explanation", () => {
  it("are named in words, with amounts in the currency that stands beside them", () => {
    const facts = {
      step: "request",
      withVariableMinor: 9_500_000,
      currency: "EUR",
      band: null,
      range: { minMinor: 7_000_000, maxMinor: 9_000_000, currency: "EUR" },
      regionCounts: "base_and_variable",
      excepted: false,
    };
    const said = explainedValues(facts).map(({ name, value }) => `${name}: ${value}`);
    expect(said.map((one) => one.replaceAll("\u00a0", " "))).toEqual([
      "Step: request",
      "With variable: EUR 95,000",
      "Band: none",
      "Range: EUR 70,000 – 90,000",
      "Region counts: base and variable",
      "Excepted: no",
    ]);
  });

  it("keep a currency that no amount stands beside, and say lists and parts of theirs", () => {
    const facts = { currency: "EUR", regions: ["DE", "FR"], of: { seats: 2, kinds: [] } };
    expect(explainedValues(facts)).toEqual([
      { name: "Currency", value: "EUR" },
      { name: "Regions", value: "DE, FR" },
      { name: "Of", value: "seats 2, kinds none" },
    ]);
  });
});

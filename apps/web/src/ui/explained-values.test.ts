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
      "step: request",
      "with variable: EUR 95,000",
      "band: none",
      "range: EUR 70,000 – 90,000",
      "region counts: base and variable",
      "excepted: no",
    ]);
  });

  it("keep a currency that no amount stands beside, and say lists and parts of theirs", () => {
    const facts = { currency: "EUR", regions: ["DE", "FR"], of: { seats: 2, kinds: [] } };
    expect(explainedValues(facts)).toEqual([
      { name: "currency", value: "EUR" },
      { name: "regions", value: "DE, FR" },
      { name: "of", value: "seats 2, kinds none" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { countWords, figureWords, stretchWords, targetWords } from "./metric-words.ts";

describe("the words of a metric", () => {
  it.each([
    [{ is: "below", value: 200 }, "ms", "below 200 ms"],
    [{ is: "above", value: 4 }, "of 5", "above 4 of 5"],
    [{ is: "at_least", value: 99.9 }, "%", "at least 99.9 %"],
    [{ is: "between", low: 3, high: 5 }, "a sprint", "3 to 5 a sprint"],
  ] as const)("say its target: %o %s", (target, unit, words) => {
    expect(targetWords({ target, unit })).toBe(words);
  });

  it("say a figure, its stretch and what it rests on", () => {
    expect(figureWords(200 / 3, { unit: "%" })).toBe("66.67 %");
    const figure = {
      id: "",
      metric: "uptime",
      value: 1,
      n: 12,
      source: null,
      enteredBy: "",
      at: "",
      meets: true,
    } as const;
    const quarter = { ...figure, period: "quarter", from: "2026-10-01", through: "2026-11-18" };
    expect(stretchWords({ ...quarter, period: "quarter" })).toBe("Q4 2026, to 18 Nov 2026");
    expect(stretchWords({ ...quarter, period: "week", from: "2026-11-16" })).toBe(
      "Week from 16 Nov 2026",
    );
    expect([null, 1, 12].map((n) => countWords({ ...figure, n }))).toEqual([
      "an unknown number of checks of the services",
      "1 check of a service",
      "12 checks of the services",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { agreementSentence, byDisagreement, spreadOf } from "./agreement.ts";
import { baseVersion } from "./ratings.ts";

describe("agreement", () => {
  it("measures the steps between the lowest and the highest rating", () => {
    expect(spreadOf([])).toBeNull();
    expect(spreadOf(["yes"])).toBeNull();
    expect(spreadOf(["yes", "yes"])).toBe(0);
    expect(spreadOf(["strong_yes", "mixed", "definitely_not"])).toBe(4);
  });

  it("puts the most disputed first, what one rated last, and keeps the plan's order", () => {
    const rows = [
      { name: "a", spread: 0, position: 0 },
      { name: "b", spread: 3, position: 1 },
      { name: "c", spread: null, position: 2 },
      { name: "d", spread: 3, position: 3 },
    ];
    expect(byDisagreement(rows).map((row) => row.name)).toEqual(["b", "d", "a", "c"]);
  });

  it("says in one sentence what is agreed and what is not, without a score", () => {
    const criteria = [
      { name: "Security", ratings: ["yes", "strong_yes"] as const },
      { name: "Data", ratings: ["no", "strong_yes"] as const },
      { name: "Rules", ratings: ["yes"] as const },
    ];
    expect(agreementSentence(criteria, 2)).toBe(
      "Both raters agree on Security, and differ on Data (from no to strong yes).",
    );
    expect(agreementSentence(criteria.slice(0, 1), 2)).toBe(
      "Both raters agree on Security, the one criterion that two people rated.",
    );
    expect(agreementSentence(criteria.slice(1, 2), 3)).toBe(
      "The 3 raters differ on Data (from no to strong yes), and agree on nothing yet.",
    );
    expect(agreementSentence(criteria.slice(2), 2)).toBe("No criterion was rated by two people.");
    expect(agreementSentence([], 0)).toMatch(/^Nobody/);
    expect(agreementSentence([], 1)).toMatch(/^One person/);
  });

  it("names at most four, and counts the rest", () => {
    const criteria = ["A", "B", "C", "D", "E"].map((name) => ({
      name,
      ratings: ["no", "yes"] as const,
    }));
    expect(agreementSentence(criteria, 2)).toContain("C (from no to yes) and 2 more");
  });
});

describe("law 3: the version that figures use", () => {
  const version = (number: number, afterReading: boolean, struck = false) => ({
    number,
    afterReading,
    struckAt: struck ? new Date() : null,
  });

  it("is the last one from before its author could read another's", () => {
    expect(baseVersion([version(1, false), version(2, false), version(3, true)])?.number).toBe(2);
  });

  it("is the first where each came after reading, and never a struck one", () => {
    expect(baseVersion([version(1, true), version(2, true)])?.number).toBe(1);
    expect(baseVersion([version(1, false, true), version(2, true)])?.number).toBe(2);
    expect(baseVersion([version(1, false, true)])).toBeNull();
  });
});

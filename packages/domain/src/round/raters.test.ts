import type { Rating } from "@rubric/db/schema";
import { describe, expect, it } from "vitest";
import { RATINGS } from "../scorecard/schemas.ts";
import { agreementOf, type Compared, managersOf, severityOf } from "./raters.ts";

/** Ratings of people who all say "mixed" of themselves, by the steps that each manager adds. */
const rated = (steps: Record<string, readonly number[]>): Compared[] =>
  Object.entries(steps).flatMap(([managerId, each]) =>
    each.map((step, n) => ({
      memberId: `${managerId}-${n}`,
      managerId,
      self: "mixed" as const,
      manager: at(2 + step),
    })),
  );
const at = (step: number): Rating => RATINGS[step] ?? "mixed";

describe("raters across managers", () => {
  const compared = rated({
    strict: [-1, -1, -2, -1, 0],
    fair: [0, 0, 1, -1, 0],
    kind: [1, 1, 0, 1, 2],
    new: [2, 2],
  });
  const managers = managersOf(compared, 5);

  it("leaves out who manages too few people", () => {
    expect([...managers.keys()]).toEqual(["strict", "fair", "kind"]);
    expect(severityOf(managers, "new")).toBeNull();
  });

  it("sets each manager against the people of all others, by hand", () => {
    // strict: mean -1; the others: (0 + 5) / 10 = 0.5.
    expect(severityOf(managers, "strict")?.difference).toBeCloseTo(-1.5, 10);
    expect(severityOf(managers, "fair")?.difference).toBeCloseTo(0, 10);
    expect(severityOf(managers, "kind")?.difference).toBeCloseTo(1.5, 10);
    const { low = 0, high = 0 } = severityOf(managers, "strict") ?? {};
    expect(low).toBeLessThan(-1.5);
    expect(high).toBeLessThan(0);
  });

  it("counts each person once, however many competencies they were rated in", () => {
    const twice = compared.flatMap((one) => [one, { ...one, manager: one.self }]);
    const [first] = managersOf(twice, 5).get("strict") ?? [];
    expect(managersOf(twice, 5).get("strict")).toHaveLength(5);
    expect(first).toBeCloseTo(-0.5, 10);
  });

  it("is in full agreement where both say the same, and has no figure of nothing", () => {
    const same = rated({ a: [0, 0] }).map((one, n) => ({ ...one, self: at(n), manager: at(n) }));
    expect(agreementOf(same)).toBe(1);
    expect(agreementOf([])).toBeNull();
  });
});

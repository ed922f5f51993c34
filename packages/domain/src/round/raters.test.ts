import type { Rating } from "@rubric/db/schema";
import { describe, expect, it } from "vitest";
import { RATINGS } from "../scorecard/schemas.ts";
import { agreementOf, type Compared, managersOf, settledOf, severityOf } from "./raters.ts";

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

describe("law 1: no move of a figure is one person's", () => {
  const [march, june, september] = ["2026-04-01", "2026-07-01", "2026-10-01"].map(
    (day) => new Date(day),
  );
  const ends = [march, june, september].flatMap((end) => end ?? []);
  const reviews = (month: string, count: number, from = 0) =>
    Array.from({ length: count }, (_, n) => ({
      memberId: `person-${from + n}`,
      reviewId: `${month}-${from + n}`,
      managerId: "boss",
      self: "mixed" as const,
      manager: "yes" as const,
      at: new Date(`${month}-15`),
    }));
  const ids = (rated: ReturnType<typeof reviews>) =>
    settledOf(rated, ends)
      .map(({ reviewId }) => reviewId)
      .toSorted();

  it("counts nothing of a quarter that is not over", () => {
    expect(ids(reviews("2026-11", 9))).toEqual([]);
  });

  it("stays as it was until five more were reviewed, and then moves by all of them", () => {
    const first = reviews("2026-02", 5);
    expect(ids(first)).toHaveLength(5);
    expect(ids([...reviews("2026-05", 4, 5), ...first])).toEqual(ids(first));
    const five = [...reviews("2026-08", 1, 9), ...reviews("2026-05", 4, 5), ...first];
    expect(ids(five)).toHaveLength(10);
  });

  it("takes each person's newest review that counts, and the same person joins once", () => {
    const first = reviews("2026-02", 5);
    const again = reviews("2026-05", 5);
    expect(ids([...again, ...first])).toEqual(ids(again));
    const often = ["2026-05", "2026-06"].flatMap((month) => reviews(month, 4));
    expect(ids([...often, ...first])).toEqual(ids(first));
  });
});

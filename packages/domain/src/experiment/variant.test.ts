import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DraftPolicyInput } from "../policy/schemas.ts";
import { segmentOf, type Variant, variantOf, variantsBy } from "./variant.ts";

const half: Variant[] = [
  { key: "short", weight: 50 },
  { key: "long", weight: 50 },
];
const weights = fc
  .array(fc.integer({ min: 1, max: 49 }), { minLength: 1, maxLength: 2 })
  .map((some) => [...some, 100 - some.reduce((sum, one) => sum + one, 0)])
  .map((all) => all.map((weight, at) => ({ key: `v${at}`, weight })));

/** 10,000 subjects that are the same in each run. */
const subjects = Array.from({ length: 10_000 }, (_, n) =>
  createHash("sha256").update(`subject ${n}`).digest("hex"),
);

/** Pearson's chi-square of what was seen against what the weights say. */
function chiSquare(experimentId: string, variants: readonly Variant[]): number {
  const seen = Map.groupBy(subjects, (one) => variantOf(experimentId, one, variants));
  return variants.reduce((sum, { key, weight }) => {
    const expected = (subjects.length * weight) / 100;
    return sum + ((seen.get(key)?.length ?? 0) - expected) ** 2 / expected;
  }, 0);
}

describe("the variant of a subject", () => {
  it("is the same in each release", () => {
    expect(
      ["a", "b", "c", "d", "e", "f"].map((subject) => variantOf("experiment", subject, half)),
    ).toEqual(["short", "long", "long", "short", "short", "short"]);
  });

  it("is what a policy's segment names, whatever an experiment calls it", () => {
    const experiment = segmentOf(randomUUID(), "write_less");
    const segment = { region: null, experiment, client: null, network: null };
    expect(DraftPolicyInput.shape.segment.safeParse(segment).success).toBe(true);
  });

  it("is one of the variants, whoever the subject is", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), weights, (experimentId, subject, variants) =>
        variants.some(({ key }) => key === variantOf(experimentId, subject, variants)),
      ),
    );
  });

  // 0.1 % quantiles of the chi-square distribution with 1, 2 and 3 degrees of freedom.
  it.each([
    ["halves", half, 10.83],
    ["unequal parts", [70, 20, 10].map((weight) => ({ key: `${weight}`, weight })), 13.82],
    ["four parts", [25, 25, 25, 25].map((weight, at) => ({ key: `${at}`, weight })), 16.27],
  ])("follows the weights: %s", (_, variants, most) => {
    const experiments = ["one", "two", "three", "four", "five"];
    expect(experiments.map((id) => chiSquare(id, variants)).filter((x) => x > most)).toEqual([]);
  });

  it("says nothing of the variant in another experiment", () => {
    const both = Map.groupBy(
      subjects,
      (one) => `${variantOf("one", one, half)} ${variantOf("two", one, half)}`,
    );
    const expected = subjects.length / 4;
    const chi = [...both.values()].reduce(
      (sum, of) => sum + (of.length - expected) ** 2 / expected,
      0,
    );
    expect(both.size).toBe(4);
    expect(chi).toBeLessThan(16.27);
  });

  it("stays when other experiments come and go", () => {
    const own = { id: randomUUID(), rule: "application.messageLimit", variants: half };
    const other = { id: randomUUID(), rule: "candidate.questionLimit", variants: half };
    const alone = variantsBy([own]);
    const beside = variantsBy([other, own]);
    for (const subject of subjects.slice(0, 500)) {
      expect(beside(own.rule, subject)).toBe(alone(own.rule, subject));
    }
    expect(alone(other.rule, "x")).toBeNull();
    expect(alone(own.rule, undefined)).toBeNull();
  });
});

import { diffManifests, type RuleId } from "@rubric/contract/diff";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/diff/rules.ts";
import { type Judge, missed } from "./mutant.ts";
import { PROOFS, proveRules, summary } from "./run.ts";

const rules = Object.entries(PROOFS);
const verdictsOf = (rule: string) => {
  const found = Object.entries(RULES).find(([id]) => id === rule);
  return (found?.[1].verdicts ?? []).map((verdict) => `${rule} ${verdict}`);
};

describe("the rules", () => {
  it("give each edit of a router the verdict it deserves, and its twin another", () => {
    const proven = proveRules();
    expect(proven.flatMap((one) => [...one.missed, ...one.alarms])).toEqual([]);
    expect(summary(proven)).toBe("caught 46/46, false alarms 0/46");
  });

  it.each(rules)("%s is what its own edits are told, and its twins are not", (rule, proof) => {
    const own = (expected: string[]) => expected.filter((one) => one.startsWith(`${rule} `));
    const told = proof.mutants.flatMap(({ expected }) => own(expected));
    expect(proof.mutants.every(({ expected }) => own(expected).length > 0)).toBe(true);
    expect(proof.twins.length).toBeGreaterThan(0);
    expect(
      proof.twins.flatMap(({ expected }) => expected).filter((one) => told.includes(one)),
    ).toEqual([]);
    expect(verdictsOf(rule)).toEqual(expect.arrayContaining(told));
  });

  it.each(rules)("%s is missed by a check that does not know it", (rule, { mutants }) => {
    const without: Judge = (old, next) =>
      diffManifests(old, next).filter((finding) => finding.rule !== rule);
    expect(mutants.map((mutant) => missed(rule, mutant, without))).not.toContain(null);
  });

  it.each(rules)(
    "%s would alarm for its twins if it looked less closely",
    (rule, { mutants, twins }) => {
      const [id] = Object.keys(RULES).filter((one): one is RuleId => one === rule);
      const alarmed: Judge = (old, next) => [
        ...diffManifests(old, next),
        {
          rule: id ?? "P1",
          verdict: "breaking",
          tier: "WIRE",
          path: "",
          at: "",
          what: "",
          seen: "",
          instead: "",
        },
      ];
      expect(mutants.length).toBeGreaterThan(0);
      expect(twins.map((twin) => missed(rule, twin, alarmed))).not.toContain(null);
    },
  );
});

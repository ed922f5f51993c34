import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCase } from "../../test/judged-cases.ts";
import { canonicalJson } from "../execution/canonical.ts";
import type { Explanation } from "./explanation.ts";
import { judgeAgain } from "./judge-again.ts";
import { judgeAt } from "./judge.ts";
import { indexPolicies } from "./resolve.ts";
import { allRules, RULES } from "./rulebook.ts";

const PLACE = { region: "DE", experiment: null, client: "browser", network: "external" } as const;
const AT = new Date("2030-01-01T12:00:00.000Z");
const headcount = RULES["offer.headcount"];

describe("a decision is judged again from its explanation alone", () => {
  it.each(allRules().map((rule) => [rule.name, rule] as const))("%s", (_name, rule) => {
    let again = 0;
    fc.assert(
      fc.property(anyCase(rule, 3), ({ index, questions }) => {
        for (const { facts, places, at } of questions) {
          for (const { explanation } of judgeAt(rule, facts, index, places, at)) {
            // As it comes back from where it was kept.
            const kept: Explanation = JSON.parse(JSON.stringify(explanation));
            expect(canonicalJson(judgeAgain(kept))).toBe(canonicalJson(explanation));
            again += 1;
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(again).toBeGreaterThan(1000);
  });

  const facts = fc.sample(anyCase(headcount, 1), { numRuns: 1, seed: 1 })[0]?.questions[0]?.facts;
  const [judged] = judgeAt(headcount, headcount.facts.parse(facts), indexPolicies([]), [PLACE], AT);
  if (judged === undefined) throw new Error("It was not judged.");
  const kept = judged.explanation;

  it("by the parameters of then, though the defaults are others", () => {
    const then = { ...kept, parameters: { marginPercent: 99 } };
    expect(judgeAgain(then)).toMatchObject({ parameters: { marginPercent: 99 }, policy: null });
  });

  it.each<[string, Partial<Explanation>, string]>([
    ["of a rule that is gone", { rule: "offer.gone" }, "rule"],
    ["with a parameter that is gone", { parameters: { marginPercent: 20, gone: 1 } }, "parameters"],
    ["without a parameter", { parameters: {} }, "parameters"],
    ["with a fact that is gone", { facts: { ...kept.facts, gone: 1 } }, "facts"],
    ["without its facts", { facts: {} }, "facts"],
  ])("is not %s", (_name, changed, cannot) => {
    expect(judgeAgain({ ...kept, ...changed })).toEqual({ cannot });
  });

  it("says so when the answer is another one today", () => {
    const other = { ...kept, sentence: "Something else.", outcome: "refused" as const };
    expect(canonicalJson(judgeAgain(other))).not.toBe(canonicalJson(other));
  });
});

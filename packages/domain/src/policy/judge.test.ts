import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { anyCase, anyInstant, anyVersions } from "../../test/judged-cases.ts";
import { deny } from "../errors.ts";
import { judgeAt } from "./judge.ts";
import { indexPolicies, type PolicyVersion } from "./resolve.ts";
import { defineRule, type RuleKind } from "./rule.ts";
import { allRules } from "./rulebook.ts";
import { EVERYONE, type Place } from "./segment.ts";

/** So many messages at most; as flow one more is noted instead. */
const rule = defineRule({
  name: "offer.sample",
  points: ["offer.send"],
  laws: [],
  kinds: ["validation", "flow"],
  template: { validation: "At most {most}.", flow: "More than {most} are noted." },
  facts: z.strictObject({ written: z.int() }),
  parameters: z.strictObject({ most: z.int().meta({ title: "Most" }) }),
  defaults: { most: 10 },
  effects: { note: ({ most }) => `More than ${String(most)} were written.` },
  judge: ({ written }, { most }, kind) => {
    if (written <= most) return null;
    return kind === "validation"
      ? deny("MESSAGES_MANY", { most })
      : ({ effect: "note", facts: { most } } as const);
  },
  tests: "policy/judge.test.ts",
});

const AT = new Date("2030-01-01T12:00:00.000Z");
const place = (region: string | null): Place => ({
  region,
  experiment: null,
  client: "browser",
  network: "external",
});
let count = 0;
const version = (region: string | null, most: number, kind: RuleKind = "validation") => {
  count += 1;
  return {
    id: `v${count}`,
    policyId: `p${count}`,
    rule: rule.name,
    number: count,
    segment: { ...EVERYONE, region },
    kind,
    parameters: { most },
    ends: false,
    from: 0,
    to: null,
  } satisfies PolicyVersion;
};
const judged = (
  versions: readonly PolicyVersion[],
  written: number,
  ...regions: (string | null)[]
) => judgeAt(rule, { written }, indexPolicies(versions), regions.map(place), AT);
const said = (...args: Parameters<typeof judged>) =>
  judged(...args).map(({ explanation: { place: at, outcome, parameters } }) =>
    [at.region, outcome, parameters["most"]].join(" "),
  );

describe("what is judged by which version", () => {
  const german = version("DE", 5);
  const bavarian = version("DE-BY", 3, "flow");
  const all = version(null, 7);

  it.each<[string, PolicyVersion[], number, (string | null)[], string[]]>([
    ["by the defaults", [], 10, ["DE"], ["DE passed 10"]],
    ["refused by the defaults", [], 11, ["DE"], ["DE refused 10"]],
    ["wherever, by everyone's", [german, all], 6, [null], [" passed 7"]],
    ["by its region's", [german, all], 6, ["DE-BE"], ["DE-BE refused 5"]],
    ["an effect, as flow", [german, bavarian], 4, ["DE-BY"], ["DE-BY effect 3"]],
    ["two regions by one version, once", [german], 6, ["DE-BE", "DE-BY"], ["DE-BE refused 5"]],
    ["one region twice, once", [german], 6, ["DE", "DE"], ["DE refused 5"]],
    ["two by the defaults, once", [german], 11, ["US", "FR"], ["FR refused 10"]],
    [
      "several in the order of their regions",
      [all, german, bavarian],
      9,
      ["US", "DE-BY", "DE-BE"],
      ["DE-BE refused 5", "DE-BY effect 3", "US refused 7"],
    ],
  ])("%s", (_name, versions, written, regions, expected) => {
    expect(said(versions, written, ...regions)).toEqual(expected);
  });

  it("adds up the effects of all of them", () => {
    const flows = [version("DE", 2, "flow"), version("US", 3, "flow"), version("FR", 9, "flow")];
    const verdicts = judged(flows, 5, "US", "FR", "DE").map((one) => one.verdict);
    expect(verdicts).toEqual([
      { effect: "note", facts: { most: 2 } },
      null,
      { effect: "note", facts: { most: 3 } },
    ]);
  });

  it("explains what it rests on, and names the version", () => {
    const [found] = judged([german], 6, "DE-BE");
    expect(found?.explanation).toEqual({
      rule: "offer.sample",
      kind: "validation",
      outcome: "refused",
      policy: { policyId: german.policyId, versionId: german.id, number: german.number },
      segment: { ...EVERYONE, region: "DE" },
      place: place("DE-BE"),
      at: "2030-01-01T12:00:00.000Z",
      parameters: { most: 5 },
      facts: { written: 6 },
      code: "MESSAGES_MANY",
      sentence: expect.stringContaining("5"),
      lift: expect.any(String),
    });
  });

  it("does not rest on the order in which regions are listed, nor on how often", () => {
    const regions = fc.uniqueArray(fc.constantFrom("US-NY", "US", "DE-BE", "DE", "GB", "FR"), {
      minLength: 1,
    });
    const pair = regions.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length })),
    );
    fc.assert(
      fc.property(anyVersions(rule, { min: 0, max: 8 }), pair, anyInstant, (all, [a, b], at) => {
        const ask = (of: readonly string[]) =>
          judgeAt(rule, { written: 9 }, indexPolicies(all), of.map(place), new Date(at));
        expect(ask(b)).toEqual(ask(a));
        expect(ask([...b, ...a])).toEqual(ask(a));
        const ids = ask(a).map(({ explanation }) => explanation.policy?.versionId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What a sentence has where a fact was not put into words; a fact may be called so, too. */
const NO_WORDS = /undefined|NaN|\[object/;

describe.each(allRules().map((one) => [one.name, one] as const))("%s", (_name, own) => {
  it("answers whatever it is asked, by one of its kinds, and in words", () => {
    fc.assert(
      fc.property(anyCase(own, 3), ({ index, questions }) => {
        for (const { facts, places, at } of questions) {
          for (const { explanation } of judgeAt(own, facts, index, places, at)) {
            expect(own.kinds).toContain(explanation.kind);
            expect(explanation.sentence === null).toBe(explanation.outcome === "passed");
            if (NO_WORDS.test(JSON.stringify(facts))) continue;
            expect(explanation.sentence ?? "").not.toMatch(NO_WORDS);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyInstant, anyPlace, anyVersions } from "../../test/judged-cases.ts";
import { indexPolicies, type PolicyVersion, resolve } from "./resolve.ts";
import { RULES } from "./rulebook.ts";
import { EVERYONE, type Place, type Segment, segmentKey, segmentsOf } from "./segment.ts";

const NOON = Date.UTC(2030, 0, 1, 12);
const PLACE: Place = { region: "DE-BE", experiment: null, client: "browser", network: "external" };
const RULE = "offer.headcount";

const version = (id: string, over: Partial<PolicyVersion> = {}): PolicyVersion => ({
  id,
  policyId: `of ${id}`,
  rule: RULE,
  number: 1,
  segment: EVERYONE,
  kind: "validation",
  parameters: {},
  ends: false,
  from: NOON,
  to: null,
  ...over,
});
const of = (segment: Partial<Segment>) => ({ segment: { ...EVERYONE, ...segment } });
const inForce = (versions: PolicyVersion[], at = NOON, place = PLACE) =>
  resolve(indexPolicies(versions), RULE, place, at)?.id ?? null;

describe("the version in force", () => {
  it.each<[string, PolicyVersion[], string | null]>([
    ["none", [], null],
    ["another rule's", [version("a", { rule: "offer.other" })], null],
    ["everyone's", [version("a")], "a"],
    ["the newest of two", [version("a"), version("b", { number: 2 })], "b"],
    ["the newest, listed first", [version("b", { number: 2 }), version("a")], "b"],
    [
      "the one before, while the newest is not in force yet",
      [version("a"), version("b", { number: 2, from: NOON + 1 })],
      "a",
    ],
    [
      "the one before, once the newest has run out",
      [version("a"), version("b", { number: 2, from: NOON - 9, to: NOON })],
      "a",
    ],
    ["the narrower", [version("a"), version("b", of({ region: "DE" }))], "b"],
    [
      "the older of the narrower",
      [version("a", { number: 9 }), version("b", of({ region: "DE" }))],
      "b",
    ],
    [
      "the narrower of three",
      [
        version("a", of({ region: "EU" })),
        version("b", of({ region: "DE" })),
        version("c", of({ region: "DE-BE" })),
      ],
      "c",
    ],
    ["nobody else's region", [version("a", of({ region: "FR" }))], null],
    [
      "the region before client and network",
      [
        version("a", of({ client: "browser", network: "external" })),
        version("b", of({ region: "EU" })),
      ],
      "b",
    ],
    [
      "the wider, where the narrower ends",
      [version("a"), version("b", { ...of({ region: "DE" }), ends: true })],
      "a",
    ],
    [
      "the defaults, where all end",
      [version("a", { ends: true }), version("b", { ...of({ region: "DE" }), ends: true })],
      null,
    ],
    [
      "the wider, not the older one that was ended",
      [
        version("a"),
        version("b", of({ region: "DE" })),
        version("c", { ...of({ region: "DE" }), number: 2, ends: true }),
      ],
      "a",
    ],
    [
      "the older one, before its end begins",
      [
        version("b", of({ region: "DE" })),
        version("c", { ...of({ region: "DE" }), number: 2, ends: true, from: NOON + 1 }),
      ],
      "b",
    ],
  ])("is %s", (_name, versions, expected) => {
    expect(inForce(versions)).toBe(expected);
  });

  it.each([
    [NOON - 1, null],
    [NOON, "a"],
    [NOON + 1, "a"],
    [NOON + 999, "a"],
    [NOON + 1000, null],
    [NOON + 1001, null],
  ])("begins and ends on the millisecond: at %i %s", (at, expected) => {
    expect(inForce([version("a", { to: NOON + 1000 })], at)).toBe(expected);
  });

  it("hands over within one millisecond, with no gap and no overlap", () => {
    const versions = [version("a", { to: NOON + 5 }), version("b", { number: 2, from: NOON + 5 })];
    expect([NOON + 4, NOON + 5].map((at) => inForce(versions, at))).toEqual(["a", "b"]);
  });

  it("is what the words say, for any policies, and however they are listed", () => {
    const rule = RULES[RULE];
    fc.assert(
      fc.property(
        anyVersions(rule, { min: 0, max: 12 }).chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        anyPlace,
        anyInstant,
        ([versions, shuffled], place, at) => {
          const bySegment = segmentsOf(place).map((segment) => {
            const own = versions.filter(
              (one) =>
                segmentKey(one.segment) === segmentKey(segment) &&
                one.from <= at &&
                (one.to === null || one.to > at),
            );
            return own.reduce<PolicyVersion | null>(
              (newest, one) => (newest === null || one.number > newest.number ? one : newest),
              null,
            );
          });
          const expected = bySegment.find((one) => one !== null && !one.ends) ?? null;
          expect(resolve(indexPolicies(versions), RULE, place, at)).toEqual(expected);
          expect(resolve(indexPolicies(shuffled), RULE, place, at)).toEqual(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

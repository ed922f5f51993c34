import fc from "fast-check";
import { indexPolicies, type PolicyIndex, type PolicyVersion } from "../src/policy/resolve.ts";
import type { Rule } from "../src/policy/rule.ts";
import { CLIENT_TYPES, NETWORK_TYPES, type Place, type Segment } from "../src/policy/segment.ts";
import { valuesOf } from "./schema-arbitrary.ts";

const REGIONS = ["US-NY-NYC", "US-NY", "US-CO", "US", "DE-BE", "DE", "EU", "CA-ON", "GB"];
const VARIANTS = ["load:a", "load:b"];
const NOON = Date.UTC(2030, 5, 15, 12);
const YEAR = 31_536_000_000;

const maybe = <T>(of: readonly T[]) => fc.option(fc.constantFrom(...of), { nil: null });

/** A segment of the few that meet often. */
export const anySegment: fc.Arbitrary<Segment> = fc.record({
  region: maybe(REGIONS),
  experiment: maybe(VARIANTS),
  client: maybe(CLIENT_TYPES),
  network: maybe(NETWORK_TYPES),
});

/** A place of those that the segments are about. */
export const anyPlace: fc.Arbitrary<Place> = fc.record({
  region: maybe(REGIONS),
  experiment: maybe(VARIANTS),
  client: fc.constantFrom(...CLIENT_TYPES),
  network: fc.constantFrom(...NETWORK_TYPES),
});

/** An instant around which versions begin and end, to the millisecond. */
export const anyInstant = fc.oneof(
  fc.integer({ min: -2, max: 2 }).map((ms) => NOON + ms),
  fc.integer({ min: NOON - YEAR, max: NOON + YEAR }),
);

/** Approved versions of a rule's policies; each number stands once, as in an organization. */
export function anyVersions(
  rule: Rule,
  size: { min: number; max: number },
): fc.Arbitrary<PolicyVersion[]> {
  const part = fc.record({
    segment: anySegment,
    kind: fc.constantFrom(...rule.kinds),
    parameters: valuesOf(rule.parameters),
    ends: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    from: anyInstant,
    lasts: fc.option(fc.integer({ min: 1, max: YEAR }), { nil: null }),
  });
  return fc.array(part, { minLength: size.min, maxLength: size.max }).map((parts) =>
    parts.map(({ lasts, ...one }, n) => ({
      ...one,
      id: `version-${n}`,
      policyId: `policy-${JSON.stringify(one.segment)}`,
      rule: rule.name,
      number: n + 1,
      to: lasts === null ? null : one.from + lasts,
    })),
  );
}

/** What is asked under some policies: about what, where and when. */
export type Question = { facts: object; places: Place[]; at: Date };
export type Case = { index: PolicyIndex; questions: Question[] };

/** Anything that a rule can be asked: of one place, or of several. */
function anyQuestion(rule: Rule): fc.Arbitrary<Question> {
  const places = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(anyPlace) },
    { weight: 1, arbitrary: fc.array(anyPlace, { minLength: 2, maxLength: 3 }) },
  );
  const at = anyInstant.map((ms) => new Date(ms));
  return fc.record({ facts: valuesOf(rule.facts), places, at });
}

/** So many versions of a rule's policies, and so many questions to it; of one seed the same ones. */
export function sampleOf(
  rule: Rule,
  size: { versions: number; questions: number },
  seed: number,
): { versions: PolicyVersion[]; questions: Question[] } {
  const any = anyVersions(rule, { min: size.versions, max: size.versions });
  return {
    versions: fc.sample(any, { numRuns: 1, seed }).flat(),
    questions: fc.sample(anyQuestion(rule), { numRuns: size.questions, seed }),
  };
}

/** So many questions to a rule, under any policies of its own. */
export function anyCase(rule: Rule, questions: number): fc.Arbitrary<Case> {
  return fc.record({
    index: anyVersions(rule, { min: 0, max: 6 }).map(indexPolicies),
    questions: fc.array(anyQuestion(rule), { minLength: questions, maxLength: questions }),
  });
}

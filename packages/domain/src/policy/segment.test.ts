import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlace, anySegment } from "../../test/judged-cases.ts";
import { chainOf } from "../region/tree.ts";
import { type Place, type Segment, segmentKey, segmentsOf } from "./segment.ts";

const PLACE: Place = {
  region: "US-NY-NYC",
  experiment: "load:a",
  client: "browser",
  network: "internal",
};

/** `*` stands for everyone. */
const written = (key: string): Segment => {
  const [region, experiment, client, network] = key
    .split(" ")
    .map((one) => (one === "*" ? null : one));
  const found = segmentsOf({ ...PLACE, region: region ?? PLACE.region }).find(
    (one) =>
      one.region === region &&
      one.experiment === experiment &&
      one.client === client &&
      one.network === network,
  );
  if (found === undefined) throw new Error(`${key} is no segment of the place.`);
  return found;
};
const rank = (place: Place, segment: Segment) =>
  segmentsOf(place).findIndex((one) => segmentKey(one) === segmentKey(segment));

describe("the order of segments", () => {
  it.each([
    ["US-NY-NYC load:a browser internal", "US-NY-NYC load:a browser *"],
    ["US-NY-NYC load:a browser *", "US-NY-NYC load:a * internal"],
    ["US-NY-NYC load:a * *", "US-NY-NYC * browser internal"],
    ["US-NY-NYC * browser *", "US-NY-NYC * * internal"],
    ["US-NY-NYC * * *", "US-NY load:a browser internal"],
    ["US-NY * * *", "US load:a browser internal"],
    ["US * * *", "* load:a browser internal"],
    ["* load:a * *", "* * browser internal"],
    ["* * browser *", "* * * internal"],
    ["* * * internal", "* * * *"],
  ])("%s goes before %s", (narrower, wider) => {
    expect(rank(PLACE, written(narrower))).toBeGreaterThanOrEqual(0);
    expect(rank(PLACE, written(narrower))).toBeLessThan(rank(PLACE, written(wider)));
  });

  it.each([
    ["US-NY-NYC", "load:a", 32],
    ["DE-BE", "load:a", 32],
    ["DE-BE", null, 16],
    ["GB", null, 8],
    [null, "load:a", 8],
    [null, null, 4],
  ])("a place in %s, experiment %s, lies in %i segments", (region, experiment, count) => {
    const segments = segmentsOf({ ...PLACE, region, experiment });
    expect(segments).toHaveLength(count);
    expect(new Set(segments.map(segmentKey)).size).toBe(count);
  });

  /** Said again, apart from the code: what a segment that is not for everyone asks for is so. */
  const holds = (segment: Segment, place: Place) =>
    (segment.region === null ||
      (place.region !== null && chainOf(place.region).includes(segment.region))) &&
    (segment.experiment === null || segment.experiment === place.experiment) &&
    (segment.client === null || segment.client === place.client) &&
    (segment.network === null || segment.network === place.network);

  it("is of exactly those that hold the place", () => {
    fc.assert(
      fc.property(anyPlace, anySegment, (place, segment) => {
        expect(rank(place, segment) >= 0).toBe(holds(segment, place));
      }),
      { numRuns: 2000 },
    );
  });

  it("has no ties: of any two that hold a place one is the more specific", () => {
    const specific = (segment: Segment, place: Place) => [
      segment.region === null ? 0 : 10 - chainOf(place.region ?? "").indexOf(segment.region),
      segment.experiment === null ? 0 : 1,
      segment.client === null ? 0 : 1,
      segment.network === null ? 0 : 1,
    ];
    const narrower = (one: number[], other: number[]) => {
      const at = one.findIndex((value, n) => value !== other[n]);
      return (one[at] ?? 0) > (other[at] ?? 0);
    };
    let met = 0;
    fc.assert(
      fc.property(anyPlace, fc.nat(), fc.nat(), (place, a, b) => {
        const all = segmentsOf(place);
        const [one, other] = [all[a % all.length], all[b % all.length]];
        if (one === undefined || other === undefined || one === other) return;
        met += 1;
        expect(segmentKey(one)).not.toBe(segmentKey(other));
        const first = narrower(specific(one, place), specific(other, place));
        expect(rank(place, one) < rank(place, other)).toBe(first);
        expect(narrower(specific(other, place), specific(one, place))).toBe(!first);
      }),
      { numRuns: 2000 },
    );
    expect(met).toBeGreaterThan(1000);
  });
});

import { chainOf } from "./tree.ts";

/** A pay range of a year in minor units of its currency. */
export type Pay = { minMinor: number; maxMinor: number; currency: string };

/** A range with the region that it is of (ISO 3166); null: wherever no other is of a place. */
export type RegionalRange = Pay & { region: string | null };

/** All the ranges that a post shows: its own first, then those of places that are paid otherwise. */
export function rangesOfPost(post: {
  pay: Pay | null;
  statements: { regionalPay: readonly (Pay & { region: string })[] };
}): RegionalRange[] {
  const own = post.pay === null ? [] : [{ ...post.pay, region: null }];
  return [...own, ...post.statements.regionalPay];
}

/**
 * The range for work in some places, the first of which counts: that of the narrowest region it
 * lies in, else the one without a region; null: none.
 */
export function rangeFor<R extends { region: string | null }>(
  ranges: readonly R[],
  places: readonly string[],
): R | null {
  const regions = places.slice(0, 1).flatMap((place) => chainOf(place));
  for (const region of [...regions, null]) {
    const found = ranges.find((one) => one.region === region);
    if (found !== undefined) return found;
  }
  return null;
}

/** The places of which none of the ranges is, in their order. */
export function withoutRange(
  ranges: readonly { region: string | null }[],
  places: readonly string[],
): string[] {
  return places.filter((place) => rangeFor(ranges, [place]) === null);
}

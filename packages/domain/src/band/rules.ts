import { deny, type Denial } from "../errors.ts";
import { chainOf } from "../region/tree.ts";

/** A version of a band, as it is looked up. */
export type Band = {
  levelKey: string;
  /** Empty: everywhere. */
  region: string;
  number: number;
  state: "draft" | "approved" | "discarded";
  currency: string;
  minMinor: number;
  midMinor: number;
  maxMinor: number;
  /** `YYYY-MM-DD`. */
  effectiveFrom: string;
  ends: boolean;
};

/**
 * The version of one level and region that is in force on a day: the approved one that took effect
 * last, of several of one day the later version. Null where there is none or it says that it ends.
 */
export function inForce<B extends Band>(
  bands: readonly B[],
  levelKey: string,
  region: string,
  day: string,
): B | null {
  const [newest] = bands
    .filter(
      (one) =>
        one.state === "approved" &&
        one.levelKey === levelKey &&
        one.region === region &&
        one.effectiveFrom <= day,
    )
    .toSorted((a, b) =>
      a.effectiveFrom === b.effectiveFrom
        ? b.number - a.number
        : a.effectiveFrom < b.effectiveFrom
          ? 1
          : -1,
    );
  return newest === undefined || newest.ends ? null : newest;
}

/**
 * The band of a level for work in some places on a day, and null where there is none: nothing is
 * made up. The narrowest region first: a city before its state, that before the country, that
 * before the Union, and last what holds everywhere; of two equally narrow the place named first.
 */
export function bandFor<B extends Band>(
  bands: readonly B[],
  levelKey: string,
  regions: readonly string[],
  day: string,
): B | null {
  for (const region of lookUp(regions)) {
    const found = inForce(bands, levelKey, region, day);
    if (found !== null) return found;
  }
  return null;
}

/** The regions in which a band of these places is looked for, in order; empty: everywhere. */
function lookUp(regions: readonly string[]): string[] {
  const all = regions.flatMap((region) => chainOf(region));
  const narrowness = (code: string) => (code === "EU" ? 0 : code.split("-").length);
  return [...new Set(all.toSorted((a, b) => narrowness(b) - narrowness(a))), ""];
}

/** What two neighbouring levels of a region look like beside each other; null: they meet. */
export type Seam = {
  region: string;
  lower: string;
  upper: string;
  kind: "gap" | "overlap" | "same" | "inverted" | "currency";
  minor: number;
  currency: string;
};

/** Gaps and overlaps between the levels of a region, from the most junior up; levels without a band are passed over. */
export function seamsOf(
  bands: readonly Band[],
  levels: readonly string[],
  region: string,
  day: string,
): Seam[] {
  const placed = levels.flatMap((level) => inForce(bands, level, region, day) ?? []);
  return placed.slice(1).flatMap((upper, index) => {
    const lower = placed[index];
    return lower === undefined ? [] : (seamOf(lower, upper) ?? []);
  });
}

function seamOf(lower: Band, upper: Band): Seam | null {
  const at = {
    region: upper.region,
    lower: lower.levelKey,
    upper: upper.levelKey,
    currency: upper.currency,
  };
  if (lower.currency !== upper.currency) return { ...at, kind: "currency", minor: 0 };
  if (lower.minMinor === upper.minMinor && lower.maxMinor === upper.maxMinor) {
    return { ...at, kind: "same", minor: upper.maxMinor - upper.minMinor };
  }
  if (upper.midMinor < lower.midMinor) {
    return { ...at, kind: "inverted", minor: lower.midMinor - upper.midMinor };
  }
  const apart = upper.minMinor - lower.maxMinor;
  if (apart === 0) return null;
  return apart > 0
    ? { ...at, kind: "gap", minor: apart }
    : { ...at, kind: "overlap", minor: -apart };
}

/** A band rises from its minimum over its middle to its maximum, and takes effect today or later. */
export function whyNotBand(
  band: Pick<Band, "minMinor" | "midMinor" | "maxMinor" | "effectiveFrom">,
  today: string,
): Denial | null {
  if (band.minMinor > band.midMinor || band.midMinor > band.maxMinor) return deny("BAND_ORDER", {});
  return band.effectiveFrom < today ? deny("BAND_PAST", { day: band.effectiveFrom }) : null;
}

/** draft → approved: by an admin who is not its author, before it would take effect. */
export function whyNotApproveBand(
  band: Band & { authorId: string },
  actorId: string | null,
  today: string,
): Denial | null {
  if (band.state !== "draft") return deny("BAND_STATE", { state: band.state });
  if (band.authorId === actorId) return deny("BAND_OWN_APPROVAL", {});
  return whyNotBand(band, today);
}

/** draft → discarded. */
export function whyNotDiscardBand(band: Pick<Band, "state">): Denial | null {
  return band.state === "draft" ? null : deny("BAND_STATE", { state: band.state });
}

/** A band is of a level that the framework has. */
export function whyNotLevel(levels: readonly { key: string }[], level: string): Denial | null {
  return levels.some((one) => one.key === level) ? null : deny("BAND_LEVEL", { level });
}

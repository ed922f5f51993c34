import { deny, type Denial } from "../errors.ts";
import type { PACK_STATES, RegionSize } from "./schemas.ts";
import { chainOf } from "./tree.ts";

type PackFacts = {
  number: number;
  state: (typeof PACK_STATES)[number];
  createdBy: string;
  effectiveFrom: string;
};

/** draft → approved: by someone else than its author, and for no day that is past. */
export function whyNotApprovePack(pack: PackFacts, by: string, today: string): Denial | null {
  const { state, createdBy, effectiveFrom } = pack;
  if (state !== "draft") return deny("REGION_PACK_STATE", { state });
  if (createdBy === by) return deny("REGION_PACK_AUTHOR", {});
  return whyNotFrom(effectiveFrom, today);
}

/** draft → discarded. */
export function whyNotDiscardPack({ state }: PackFacts): Denial | null {
  return state === "draft" ? null : deny("REGION_PACK_STATE", { state });
}

/** – → draft: one at a time, and for no day that is past. */
export function whyNotImportPack(packs: readonly PackFacts[]): Denial | null {
  const waits = packs.find((one) => one.state === "draft");
  return waits === undefined ? null : deny("REGION_PACK_WAITS", { number: waits.number });
}

/** A version holds from today on at the earliest: what was judged stays judged. */
export function whyNotFrom(day: string, today: string): Denial | null {
  return day < today ? deny("REGION_PACK_PAST", { day }) : null;
}

/** Each region stands once, and none employs more than a region it lies in. */
export function whyNotSizes(sizes: readonly RegionSize[]): Denial | null {
  const fields: Record<string, string> = {};
  for (const [at, { region, employees }] of sizes.entries()) {
    if (sizes.findIndex((one) => one.region === region) < at) {
      fields[`sizes.${at}.region`] = `${region} stands here twice.`;
    }
    const wider = sizes.find(
      (one) =>
        one.region !== region && chainOf(region).includes(one.region) && one.employees < employees,
    );
    if (wider !== undefined) {
      fields[`sizes.${at}.employees`] =
        `${region} lies in ${wider.region}, which has only ${wider.employees}.`;
    }
  }
  return Object.keys(fields).length === 0 ? null : deny("REGION_SIZES", { fields });
}

/**
 * The employees counted in a region: its own number, else that of the narrowest region it lies in,
 * which it cannot exceed; null where neither is known. Sound for thresholds alone, for it may be
 * too high and never too low.
 */
export function employeesOf(sizes: readonly RegionSize[]): (region: string) => number | null {
  const known = new Map(sizes.map((one) => [one.region, one.employees]));
  return (region) => {
    const narrowest = chainOf(region).find((one) => known.has(one));
    return narrowest === undefined ? null : (known.get(narrowest) ?? null);
  };
}

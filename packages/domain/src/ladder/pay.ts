import { bandsOf, dayOf } from "../band/access.ts";
import { inForce } from "../band/rules.ts";
import type { ReadCtx } from "../context.ts";
import type { LadderView } from "./schemas.ts";

/**
 * The band in force for a member's own level, in one of the regions that have one; a member works
 * nowhere in particular, so the reader says where. Amounts of a year in minor units.
 */
export async function payOf(
  ctx: Pick<ReadCtx, "read" | "org" | "clock">,
  at: { frameworkId: string; levelKey: string } | null,
  wanted: string | null,
): Promise<LadderView["pay"]> {
  if (at === null) return { regions: [], region: null, band: null };
  const rows = await bandsOf(ctx, at.frameworkId);
  const day = dayOf(ctx.clock);
  const regions = [...new Set(rows.map(({ region }) => region))].filter(
    (region) => inForce(rows, at.levelKey, region, day) !== null,
  );
  const region = regions.find((one) => one === wanted) ?? regions[0] ?? null;
  const band = region === null ? null : inForce(rows, at.levelKey, region, day);
  return {
    regions,
    region,
    band: band && {
      currency: band.currency,
      minMinor: band.minMinor,
      midMinor: band.midMinor,
      maxMinor: band.maxMinor,
      effectiveFrom: band.effectiveFrom,
    },
  };
}

import { bandFor } from "../band/rules.ts";
import { type BandRow, dayOf } from "../band/access.ts";
import type { ShownRange } from "../application/disclosures.ts";
import type { ReadCtx } from "../context.ts";
import { rangeFor } from "../region/pay-ranges.ts";
import { toInstant } from "../wire.ts";
import { type BandFacts, bandRule } from "./band-rule.ts";
import type { ExceptionRow, LoadedOffers, OfferRow } from "./facts.ts";
import {
  countedOf,
  type Counts,
  COUNTS,
  type Figures,
  figuresOf,
  type Package,
  regionCounts,
  sideOf,
} from "./pay.ts";
import type { PayView } from "./pay-schemas.ts";

/** What an offer says of pay, written or still to be. */
export type Weighed = Package & {
  currency: string;
  rangeReason: string;
  levelKey: string;
  /** Which of the job's places the work is in; null: no one of them. */
  workPlace: string | null;
};

type Placed = Pick<Weighed, "workPlace">;

/** Where the work is done: in the place that the offer names, else wherever the job is. */
export function placesOf(
  { job }: Pick<LoadedOffers, "job">,
  { workPlace }: Placed,
): { regions: readonly string[] } {
  return { regions: workPlace === null ? job.locations : [workPlace] };
}

/** The range last shown for work there, and null where none was. */
export function rangeOf(
  loaded: Pick<LoadedOffers, "job" | "ranges">,
  at: Placed,
): ShownRange | null {
  return rangeFor(loaded.ranges, placesOf(loaded, at).regions);
}

/** The band of a level where the work is done, today; null: none is in force. */
export function bandOf(
  loaded: Pick<LoadedOffers, "bands" | "job">,
  { levelKey, ...at }: Pick<Weighed, "levelKey" | "workPlace">,
  clock: Date,
): BandRow | null {
  return bandFor(loaded.bands, levelKey, placesOf(loaded, at).regions, dayOf(clock));
}

/** Whether an exception is for a package as it is. */
export function fitsPackage(
  exception: Pick<ExceptionRow, keyof Figures | "currency">,
  weighed: Weighed,
): boolean {
  const figures = figuresOf(weighed);
  return (
    exception.currency === weighed.currency &&
    exception.baseMinor === figures.baseMinor &&
    exception.withVariableMinor === figures.withVariableMinor &&
    exception.totalMinor === figures.totalMinor
  );
}

/**
 * Whether the pay of a version may lie outside: by an exception for this very package, or by the
 * group that was asked for it; a draft can change, so there it is asked anew (law 8).
 */
function isExcepted(loaded: LoadedOffers, version: OfferRow): boolean {
  const own = loaded.exceptions.get(version.id) ?? [];
  const groups = loaded.groups.get(version.id) ?? [];
  return (
    own.some((one) => one.state === "approved" && fitsPackage(one, version)) ||
    (version.state !== "draft" && groups.some((one) => one.exception && one.completedAt !== null))
  );
}

/** The facts that the rule of bands asks for. */
export function bandFacts(
  loaded: LoadedOffers,
  weighed: Weighed,
  at: { step: BandFacts["step"]; clock: Date; version: OfferRow | null },
): BandFacts {
  const band = bandOf(loaded, weighed, at.clock);
  const range = (one: { minMinor: number; maxMinor: number; currency: string } | null) =>
    one && { minMinor: one.minMinor, maxMinor: one.maxMinor, currency: one.currency };
  return {
    step: at.step,
    ...figuresOf(weighed),
    currency: weighed.currency,
    band: range(band),
    range: range(rangeOf(loaded, weighed)),
    regionCounts: regionCounts(placesOf(loaded, weighed).regions),
    reason: weighed.rangeReason.trim().length >= 3,
    excepted: at.version !== null && isExcepted(loaded, at.version),
  };
}

/** What a version is weighed against and where it lies, by the policies as they are today. */
export function payView(
  ctx: Pick<ReadCtx, "policy" | "clock">,
  loaded: LoadedOffers,
  weighed: Weighed,
  version: OfferRow | null,
): PayView {
  const facts = bandFacts(loaded, weighed, { step: "request", clock: ctx.clock, version });
  const counts = countsBy(ctx, facts, placesOf(loaded, weighed));
  const band = bandOf(loaded, weighed, ctx.clock);
  const shown = rangeOf(loaded, weighed);
  const counted = countedOf(facts, counts);
  const denial = ctx.policy.ask(bandRule, { ...facts, reason: true }, placesOf(loaded, weighed));
  return {
    counts,
    band: band && {
      minMinor: band.minMinor,
      midMinor: band.midMinor,
      maxMinor: band.maxMinor,
      currency: band.currency,
      region: band.region,
      effectiveFrom: band.effectiveFrom,
    },
    range: shown && { ...shown, at: toInstant(shown.at) },
    outsideBand: sideOf(counted, weighed.currency, facts.band),
    outsideRange: sideOf(counted, weighed.currency, facts.range),
    needsException: denial !== null,
  };
}

/** What the rule counts there: asked with pay that lies outside whatever it allows. */
function countsBy(
  ctx: Pick<ReadCtx, "policy">,
  facts: BandFacts,
  places: { regions: readonly string[] },
): Counts {
  const { currency } = facts;
  const band = { minMinor: 1, maxMinor: 1, currency };
  const outside = { baseMinor: 1e12, withVariableMinor: 1e12, totalMinor: 1e12 };
  const asked = { ...facts, ...outside, band, range: null, reason: false };
  const said = ctx.policy.ask(bandRule, asked, places)?.facts;
  const counts = said !== undefined && "counts" in said ? said.counts : undefined;
  return COUNTS.find((one) => one === counts) ?? facts.regionCounts;
}

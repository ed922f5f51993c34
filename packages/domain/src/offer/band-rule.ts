import { z } from "zod";
import { deny } from "../errors.ts";
import { defineRule } from "../policy/rule.ts";
import { countedOf, COUNTS, sideOf } from "./pay.ts";

const Range = z
  .strictObject({ minMinor: z.int(), maxMinor: z.int(), currency: z.string() })
  .nullable();

const Facts = z.strictObject({
  step: z.enum(["draft", "request", "send"]),
  /** Of a year, in minor units: base, with variable pay, and all that has a value. */
  baseMinor: z.int(),
  withVariableMinor: z.int(),
  totalMinor: z.int(),
  currency: z.string(),
  /** The band of the hiring level where the work is done; null: there is none in force. */
  band: Range,
  /** The range last disclosed to the candidate. */
  range: Range,
  /** What the regions of the job count as pay. */
  regionCounts: z.enum(["base", "base_and_variable"]),
  /** The offer carries a reason. */
  reason: z.boolean(),
  /** An exception for this version and this package is approved. */
  excepted: z.boolean(),
});
export type BandFacts = z.infer<typeof Facts>;

const lifts = z.enum(["exception", "reason"]);
const percent = (title: string) => z.int().min(0).max(100).meta({ title, unit: "%" });

const Parameters = z.strictObject({
  counts: z.enum(["as_the_region_counts", ...COUNTS]).meta({ title: "What counts as pay" }),
  aboveBandPercent: percent("Above the band's maximum without an exception"),
  belowBandPercent: percent("Below the band's minimum without an exception"),
  outsideBand: lifts.meta({ title: "What lifts it outside the band" }),
  outsideRange: lifts.meta({ title: "What lifts it outside the range last disclosed" }),
  exceptionApprovals: z
    .int()
    .min(1)
    .max(5)
    .meta({ title: "Approvals of the group that is added", unit: "people" }),
});
type Parameters = z.infer<typeof Parameters>;

const DEFAULTS: Parameters = {
  counts: "as_the_region_counts",
  aboveBandPercent: 0,
  belowBandPercent: 0,
  outsideBand: "exception",
  outsideRange: "reason",
  exceptionApprovals: 1,
};

/** Asked for approval all the same: by so many people more, who approve the exception. */
type AddGroup = { effect: "add_group"; facts: { of: "band" | "range"; approvals: number } };

/**
 * Law 8: an offer lies inside the band of the hiring level and inside the range last disclosed, or
 * carries a reason and somebody else's approval: of an exception before it is asked for, or, as
 * flow, of one group more.
 */
export const bandRule = defineRule({
  name: "offer.band",
  points: ["offer.draft", "offer.request", "offer.send"],
  laws: [8],
  pay: true,
  kinds: ["validation", "flow"],
  template: {
    validation:
      "An offer that lies more than {aboveBandPercent} % above or {belowBandPercent} % below the band (counted: {counts}) goes out only by {outsideBand}, one outside the range last disclosed only by {outsideRange}.",
    flow: "An offer that lies more than {aboveBandPercent} % above or {belowBandPercent} % below the band (counted: {counts}), or outside the range last disclosed, needs a reason; where an exception is needed (band: {outsideBand}, range: {outsideRange}), {exceptionApprovals} more approve it.",
  },
  facts: Facts,
  parameters: Parameters,
  defaults: DEFAULTS,
  effects: {
    add_group: ({ of, approvals }) =>
      `The pay lies outside the ${String(of)}: ${String(approvals)} more ${approvals === 1 ? "approves" : "approve"} the exception.`,
  },
  judge: (facts, by, kind) => {
    const counts = by.counts === "as_the_region_counts" ? facts.regionCounts : by.counts;
    const minor = countedOf(facts, counts);
    const band = facts.band && {
      ...facts.band,
      minMinor: Math.floor((facts.band.minMinor * (100 - by.belowBandPercent)) / 100),
      maxMinor: Math.ceil((facts.band.maxMinor * (100 + by.aboveBandPercent)) / 100),
    };
    const ofBand = sideOf(minor, facts.currency, band);
    const ofRange = sideOf(minor, facts.currency, facts.range);
    const side = ofBand ?? ofRange;
    if (side === null) return null;
    if (!facts.reason) {
      return deny(ofBand === null ? "RANGE_REASON_MISSING" : "BAND_REASON_MISSING", {
        side,
        counts,
      });
    }
    const excepting =
      ofBand !== null && by.outsideBand === "exception"
        ? { of: "band" as const, side: ofBand }
        : ofRange !== null && by.outsideRange === "exception"
          ? { of: "range" as const, side: ofRange }
          : null;
    if (excepting === null || facts.excepted || facts.step === "draft") return null;
    if (kind === "flow" && facts.step === "request") {
      const added = { of: excepting.of, approvals: by.exceptionApprovals };
      return { effect: "add_group", facts: added } satisfies AddGroup;
    }
    return deny("OFFER_OUTSIDE", { ...excepting, counts });
  },
  tests: "offer/band-rule.test.ts",
});

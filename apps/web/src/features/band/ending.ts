import { bandFor } from "@rubric/domain/band/rules";
import type { BandContent, BandListView, BandView } from "@rubric/domain/band/schemas";
import { regionWords } from "./band-words.ts";

/** The version with which a band ends on a day: its amounts stay, so that it says what ended. */
export function endOf(band: BandView, effectiveFrom: string): BandContent {
  const { levelKey, region, currency, minMinor, midMinor, maxMinor, example } = band;
  const amounts = { currency, minMinor, midMinor, maxMinor };
  return { levelKey, region, ...amounts, example, effectiveFrom, ends: true };
}

/** To what offers of a level are held in a region without a band of its own there. */
export function heldToWords(
  view: Pick<BandListView, "bands" | "today">,
  { levelKey, region }: Pick<BandView, "levelKey" | "region">,
): string {
  const others = view.bands.filter((one) => one.region !== region);
  const next = bandFor(others, levelKey, region === "" ? [] : [region], view.today);
  return next === null
    ? "offers are held to the range that was shown to the candidate alone."
    : `offers are held to the band of a wider region: ${regionWords(next.region)}.`;
}

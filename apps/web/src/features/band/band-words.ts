import type { BandListView, BandView } from "@rubric/domain/band/schemas";
import { moneyWords } from "../../ui/money-words.ts";
import { placeWords } from "../../ui/places.ts";
import { dateWords } from "../../ui/time-words.ts";

/** Where a band holds. */
export function regionWords(region: string): string {
  if (region === "") return "Everywhere else";
  return region === "EU" ? "European Union" : placeWords(region);
}

/** What stands out between two neighbouring levels, as a sentence. */
export function seamWords(
  seam: BandListView["seams"][number],
  nameOf: (levelKey: string) => string,
): string {
  const [lower, upper] = [nameOf(seam.lower), nameOf(seam.upper)];
  const apart = seam.minor === 0 ? "" : moneyWords({ minor: seam.minor, currency: seam.currency });
  switch (seam.kind) {
    case "gap":
      return `${apart} lie between ${lower} and ${upper}: no offer of these levels can be there.`;
    case "overlap":
      return `${lower} and ${upper} overlap by ${apart}.`;
    case "same":
      return `${lower} and ${upper} have the same band.`;
    case "inverted":
      return `The middle of ${upper} is ${apart} below that of ${lower}.`;
    case "currency":
      return `${lower} and ${upper} are in different currencies.`;
    default:
      return seam.kind satisfies never;
  }
}

/** Since when, by whom and why a version is there. */
export function versionWords(band: BandView): string {
  const ends = band.ends ? "Ends" : "In force";
  const by =
    band.approvedBy === null
      ? `drafted by ${band.author}`
      : `drafted by ${band.author}, approved by ${band.approvedBy}`;
  return `Version ${band.number}. ${ends} from ${dateWords(band.effectiveFrom)}, ${by}: ${band.reason}`;
}

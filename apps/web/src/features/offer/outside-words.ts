import type { OfferView, RangeView } from "@rubric/domain/offer/schemas";
import { moneyWords } from "../../ui/money-words.ts";

/** How far outside the range last shown an amount lies, as a sentence; null inside it. */
export function outsideWords(
  outside: OfferView["outside"],
  amountMinor: number,
  range: RangeView | null,
): string | null {
  if (outside === null || range === null) return null;
  if (outside === "currency") {
    return `The range that was shown is in ${range.currency}, so the two cannot be compared.`;
  }
  const apart = outside === "below" ? range.minMinor - amountMinor : amountMinor - range.maxMinor;
  const words = moneyWords({ minor: apart, currency: range.currency });
  return `${words} ${outside} the range that was shown to this person.`;
}

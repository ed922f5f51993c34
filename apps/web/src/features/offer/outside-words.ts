import type { PayView } from "@rubric/domain/offer/pay-schemas";
import type { RangeView } from "@rubric/domain/offer/schemas";
import { moneyWords } from "../../ui/money-words.ts";

type Side = PayView["outsideBand"];
type Ends = { minMinor: number; maxMinor: number; currency: string };

const COUNTED = {
  base: "The base pay",
  base_and_variable: "The base with variable pay",
  total: "The whole package",
} as const satisfies Record<PayView["counts"], string>;

/** How far outside band or range the pay that counts lies, as sentences; none inside both. */
export function outsideWords(
  pay: Pick<PayView, "counts" | "outsideBand" | "outsideRange" | "band">,
  countedMinor: number,
  range: RangeView | null,
): string[] {
  const say = (side: Side, ends: Ends | null, of: string) =>
    side === null || ends === null ? [] : [sentence(side, ends, of)];
  const sentence = (side: NonNullable<Side>, ends: Ends, of: string) => {
    if (side === "currency") {
      return `The ${of} is in ${ends.currency}, so the two cannot be compared.`;
    }
    const minor = side === "below" ? ends.minMinor - countedMinor : countedMinor - ends.maxMinor;
    const apart = moneyWords({ minor, currency: ends.currency });
    return `${COUNTED[pay.counts]} is ${apart} ${side} the ${of}.`;
  };
  return [
    ...say(pay.outsideBand, pay.band, "pay band of the level"),
    ...say(pay.outsideRange, range, "range that was shown to this person"),
  ];
}

import { moneyRangeWords, moneyWords } from "./money-words.ts";

const figures = { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" } as const;

/** An amount in minor units with its currency: `<Money minor={12300000} currency="USD" />`. */
export function Money({
  minor,
  currency,
  per,
}: {
  minor: number;
  currency: string;
  /** "year", "month", "hour". */
  per?: string;
}) {
  return (
    <span style={figures}>
      {moneyWords({ minor, currency })}
      {per === undefined ? "" : ` per ${per}`}
    </span>
  );
}

/** A range of pay, both ends in minor units. */
export function MoneyRange({
  min,
  max,
  currency,
  per,
}: {
  min: number;
  max: number;
  currency: string;
  per?: string;
}) {
  return (
    <span style={figures}>
      {moneyRangeWords({ min, max, currency })}
      {per === undefined ? "" : ` per ${per}`}
    </span>
  );
}

interface Amount {
  /** In the currency's smallest unit: cents, yen. */
  minor: number;
  /** ISO 4217. */
  currency: string;
}

function format(currency: string, whole: boolean): Intl.NumberFormat {
  return new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    currencyDisplay: "code",
    ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  });
}

function major({ minor, currency }: Amount): { value: number; whole: boolean } {
  const digits = format(currency, false).resolvedOptions().maximumFractionDigits ?? 2;
  const unit = 10 ** digits;
  return { value: minor / unit, whole: minor % unit === 0 };
}

/** "USD 123,000" or "EUR 1,234.50"; the code, because "$" is money of twenty countries. */
export function moneyWords(amount: Amount): string {
  const { value, whole } = major(amount);
  return format(amount.currency, whole).format(value);
}

/** "USD 120,000 – 145,000", both ends in minor units of one currency. */
export function moneyRangeWords(range: { min: number; max: number; currency: string }): string {
  const low = major({ minor: range.min, currency: range.currency });
  const high = major({ minor: range.max, currency: range.currency });
  const whole = low.whole && high.whole;
  const number = format(range.currency, whole)
    .formatToParts(high.value)
    .filter((part) => part.type !== "currency")
    .map((part) => part.value)
    .join("")
    .trim();
  return `${format(range.currency, whole).format(low.value)} – ${number}`;
}

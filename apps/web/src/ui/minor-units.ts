/** Digits after the point of a currency: 2 for EUR, 0 for JPY. */
export function digitsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** An amount that a person typed, in the currency's smallest unit. */
export function toMinor(amount: number, currency: string): number {
  return Math.round(amount * 10 ** digitsOf(currency));
}

/** An amount in the smallest unit, as a person types it. */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** digitsOf(currency);
}

/** Whether what stands in a field of numbers is one; not so an empty field, or a sign alone. */
export function isAmount(typed: number | string): boolean {
  return typed !== "" && !Number.isNaN(Number(typed));
}

import { moneyRangeWords, moneyWords } from "./money-words.ts";
import { nameWords, valueWords } from "./rule-words.ts";

/** A named value of an explanation, as a person reads it. */
export type NamedValue = { name: string; value: string };

/**
 * What a rule looked at, in words: "With variable" of `withVariableMinor` as an amount in the
 * currency that stands beside it, a range as its two ends, an underscore as a space.
 */
export function explainedValues(of: Record<string, unknown>): NamedValue[] {
  const currency = typeof of.currency === "string" ? of.currency : null;
  return Object.entries(of).flatMap(([key, value]) => {
    if (key === "currency" && Object.keys(of).some(isMinor)) return [];
    const named = { name: nameWords(key.replace(/Minor$/, "")), value: valueOf(value) };
    if (!isMinor(key) || typeof value !== "number" || currency === null) return [named];
    return [{ ...named, value: moneyWords({ minor: value, currency }) }];
  });
}

function isMinor(key: string): boolean {
  return key.endsWith("Minor");
}

function valueOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueOf).join(", ");
  return typeof value === "object" && value !== null
    ? objectWords({ ...value })
    : valueWords(value);
}

function objectWords(of: Record<string, unknown>): string {
  const { minMinor, maxMinor, currency } = of;
  if (
    typeof minMinor === "number" &&
    typeof maxMinor === "number" &&
    typeof currency === "string"
  ) {
    return moneyRangeWords({ min: minMinor, max: maxMinor, currency });
  }
  return explainedValues(of)
    .map(({ name, value }) => `${name.toLowerCase()} ${value}`)
    .join(", ");
}

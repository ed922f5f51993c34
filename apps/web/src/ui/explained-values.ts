import { moneyRangeWords, moneyWords } from "./money-words.ts";

/** A named value of an explanation, as a person reads it. */
export type NamedValue = { name: string; value: string };

/**
 * What a rule looked at, in words: "with variable" of `withVariableMinor` as an amount in the
 * currency that stands beside it, a range as its two ends, an underscore as a space.
 */
export function explainedValues(of: Record<string, unknown>): NamedValue[] {
  const currency = typeof of.currency === "string" ? of.currency : null;
  return Object.entries(of).flatMap(([key, value]) => {
    if (key === "currency" && Object.keys(of).some(isMinor)) return [];
    const named = { name: nameWords(key), value: valueWords(value) };
    if (!isMinor(key) || typeof value !== "number" || currency === null) return [named];
    return [{ ...named, value: moneyWords({ minor: value, currency }) }];
  });
}

function isMinor(key: string): boolean {
  return key.endsWith("Minor");
}

/** "regionCounts" is "region counts", "baseMinor" is "base". */
function nameWords(key: string): string {
  return key
    .replace(/Minor$/, "")
    .replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value.replaceAll("_", " ");
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueWords).join(", ");
  return typeof value === "object" ? objectWords({ ...value }) : JSON.stringify(value);
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
    .map(({ name, value }) => `${name} ${value}`)
    .join(", ");
}

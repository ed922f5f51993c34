import { isWithin } from "../region/tree.ts";

/** What of a package is compared with a band or a range. */
export const COUNTS = ["base", "base_and_variable", "total"] as const;
export type Counts = (typeof COUNTS)[number];

/** What an offer pays, in minor units of its currency; a year's but for the signing bonus. */
export type Package = {
  amountMinor: number;
  variableMinor: number;
  equityMinor: number | null;
  signingMinor: number;
  benefits: readonly { valueMinor: number | null }[];
};

/** The sums of a package: base, with variable pay, and all that has a value in its first year. */
export type Figures = { baseMinor: number; withVariableMinor: number; totalMinor: number };

/** Adds a package up; equity and benefits without a value count nothing. */
export function figuresOf(pay: Package): Figures {
  const baseMinor = pay.amountMinor;
  const withVariableMinor = baseMinor + pay.variableMinor;
  const benefits = pay.benefits.reduce((sum, one) => sum + (one.valueMinor ?? 0), 0);
  const totalMinor = withVariableMinor + (pay.equityMinor ?? 0) + pay.signingMinor + benefits;
  return { baseMinor, withVariableMinor, totalMinor };
}

/** The sum that counts. */
export function countedOf(figures: Figures, counts: Counts): number {
  if (counts === "base") return figures.baseMinor;
  return counts === "total" ? figures.totalMinor : figures.withVariableMinor;
}

/**
 * What counts as pay where the work is done: in the Union variable pay belongs to it (Directive
 * (EU) 2023/970, Art. 3), elsewhere a posted range is of base pay.
 */
export function regionCounts(regions: readonly string[]): "base" | "base_and_variable" {
  return regions.some((one) => isWithin(one, "EU")) ? "base_and_variable" : "base";
}

export type PayRange = { minMinor: number; maxMinor: number; currency: string };
export type Side = "below" | "above" | "currency";

/** On which side of a range a sum lies; null inside it, or where there is none. */
export function sideOf(minor: number, currency: string, range: PayRange | null): Side | null {
  if (range === null) return null;
  if (currency !== range.currency) return "currency";
  if (minor < range.minMinor) return "below";
  return minor > range.maxMinor ? "above" : null;
}

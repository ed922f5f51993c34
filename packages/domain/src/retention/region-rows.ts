import { chainOf } from "../region/tree.ts";
import type { RetentionRow, Term } from "./bounds.ts";

const row = (
  region: string,
  terms: { least?: Term; most?: Term; consent?: Term; from?: string; counts?: "contact" },
  why: string,
): RetentionRow & { from: string } => ({
  region,
  atLeast: terms.least ?? null,
  atMost: terms.most ?? null,
  withConsent: terms.consent ?? null,
  counts: terms.counts ?? "end",
  why,
  from: terms.from ?? "",
});

const ROWS = [
  row("US", { least: { years: 1 } }, "1 year from the end (Title VII, ADA, ADEA)"),
  row("US-CA", { least: { years: 4 }, from: "2025-10-01" }, "4 years (California)"),
  row("US-IL", { least: { years: 5 } }, "5 years (Illinois)"),
  row("US-MD", { least: { years: 3 } }, "3 years (Maryland)"),
  row("CA-ON", { least: { years: 3 } }, "3 years (Ontario)"),
  row("DE", { most: { months: 6 } }, "6 months after the rejection (§ 15 AGG)"),
  row("NL", { most: { days: 28 }, consent: { years: 1 } }, "4 weeks, with consent 1 year (NVP)"),
  row("FR", { most: { years: 2 }, counts: "contact" }, "2 years after the last contact (CNIL)"),
  row("GB", { most: { months: 12 } }, "6 to 12 months (ICO)"),
];

/** What the law of these regions and all they lie in says on a day of how long is kept. */
export function retentionRows(
  regions: readonly string[],
  day: string,
  _employees: number | null,
): RetentionRow[] {
  const places = new Set(regions.flatMap((region) => chainOf(region)));
  return ROWS.filter((one) => places.has(one.region) && one.from <= day);
}

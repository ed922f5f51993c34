import { placeWords } from "../../ui/places.ts";

/** "4th quarter of 2026" of `2026-Q4`. */
export function quarterWords(quarter: string): string {
  const [year = "", number = ""] = quarter.split("-Q");
  const ordinal = ["1st", "2nd", "3rd", "4th"][Number(number) - 1] ?? number;
  return `${ordinal} quarter of ${year}`;
}

/** The first day of the quarter after this one: `2027-01-01` of `2026-Q4`. */
export function nextQuarter(quarter: string): string {
  const [year = "", number = ""] = quarter.split("-Q");
  return new Date(Date.UTC(Number(year), Number(number) * 3, 1)).toISOString().slice(0, 10);
}

/** An establishment by name; null: those for whom none is named. */
export function placeOf(establishment: string | null): string {
  return establishment === null
    ? "People without a named place of work"
    : placeWords(establishment);
}

/** "+0.4" or "−1.2" steps, two places at most. */
export function stepsWords(steps: number): string {
  const rounded = Math.round(steps * 100) / 100;
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${Math.abs(rounded)}` : "0";
}

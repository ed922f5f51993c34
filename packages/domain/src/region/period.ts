import type { Period } from "./schemas.ts";

const DAY_MS = 86_400_000;

/**
 * The day that lies a period after a day (both YYYY-MM-DD). A month's end stays one: 31 January and
 * a month is the last of February. Business days are Monday to Friday, public holidays among them,
 * so a deadline in them is rather early than late.
 */
export function after(day: string, { count, unit }: Period): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  if (unit === "day") return textOf(new Date(date.getTime() + count * DAY_MS));
  if (unit === "week") return textOf(new Date(date.getTime() + count * 7 * DAY_MS));
  if (unit === "business_day") return textOf(afterBusinessDays(date, count));
  return textOf(afterMonths(date, unit === "year" ? count * 12 : count));
}

/** Which of two periods is the longer one: below 0 the second, above 0 the first, 0 neither. */
export function comparePeriods(a: Period, b: Period): number {
  const [first, second] = [after("2026-01-01", a), after("2026-01-01", b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** A period in words: "45 days", "1 month", "5 business days". */
export function periodWords({ count, unit }: Period): string {
  return `${count} ${unit.replace("_", " ")}${count === 1 ? "" : "s"}`;
}

function afterBusinessDays(from: Date, count: number): Date {
  let day = from;
  for (let left = count; left > 0;) {
    day = new Date(day.getTime() + DAY_MS);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1;
  }
  return day;
}

function afterMonths(from: Date, months: number): Date {
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  first.setUTCDate(Math.min(from.getUTCDate(), last.getUTCDate()));
  return first;
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

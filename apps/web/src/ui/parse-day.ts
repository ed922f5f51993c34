const NUMBERS = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/;
const NAMED = /^(?:\p{L}{2,9}\.?,?\s+)?(\d{1,2})\.?\s+(\p{L}{3,9})\.?,?\s+(\d{4})$/u;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * A day as people type it, "31.12.2026", "31/12/2026", "Thu 31 Dec 2026" or "2026-12-31", as the last
 * of these; null if it is none. The day stands before the month, as everywhere on our pages.
 */
export function parseDay(typed: string): string | null {
  const text = typed.trim();
  const [, day, month, year] = NUMBERS.exec(text) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined)
    return existing(Number(year), Number(month), Number(day));
  const [, dayOf, name, yearOf] = NAMED.exec(text) ?? [];
  if (dayOf !== undefined && name !== undefined && yearOf !== undefined)
    return existing(
      Number(yearOf),
      MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1,
      Number(dayOf),
    );
  const [y = 0, m = 0, d = 0] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split("-").map(Number) : [];
  return existing(y, m, d);
}

function existing(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    ? at.toISOString().slice(0, 10)
    : null;
}

/** The instant of what a date field holds, in this browser's zone: `2026-03-04 14:30:00`; null if it is none. */
export function instantOf(typed: string | null): string | null {
  if (typed === null) return null;
  const at = new Date(typed.replace(" ", "T"));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** What a date field shows for an instant, in this browser's zone. */
export function typedOf(instant: string): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, "0");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:00`;
}

/** The next weekday at ten, as a date field holds it: where a new appointment begins. */
export function nextWeekday(now: Date): string {
  const at = new Date(now);
  at.setHours(10, 0, 0, 0);
  return weekdayAfter(typedOf(at.toISOString()));
}

/** The same time on the weekday after what a date field holds. */
export function weekdayAfter(typed: string): string {
  const at = new Date(typed.replace(" ", "T"));
  do at.setDate(at.getDate() + 1);
  while (at.getDay() === 0 || at.getDay() === 6);
  return typedOf(at.toISOString());
}

/** The minutes between two instants. */
export function minutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
}

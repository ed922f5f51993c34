const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function span(ms: number): string | null {
  if (ms < minute) return null;
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  if (ms < day) return `${Math.floor(ms / hour)} h`;
  const days = Math.floor(ms / day);
  if (days < 14) return days === 1 ? "1 day" : `${days} days`;
  if (days < 61) return `${Math.floor(days / 7)} weeks`;
  if (days < 730) return `${Math.floor(days / 30.44)} months`;
  return `${Math.floor(days / 365.25)} years`;
}

/** "12 min ago", "in 3 days", "now"; both in milliseconds since 1970. */
export function relativeWords(at: number, now: number): string {
  const words = span(Math.abs(now - at));
  if (words === null) return "now";
  return at > now ? `in ${words}` : `${words} ago`;
}

/** "Thu 12 Mar 2026, 14:05" in a zone; without a zone in that of the machine. */
export function exactWords(at: number, zone?: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
    .format(at)
    .replace(/^(\w+),/, "$1");
}

/** "Thu 12 Mar, 14:05", with the year where it is not the one of `now`. */
export function briefWords(at: number, now: number, zone?: string): string {
  const words = exactWords(at, zone);
  const year = (instant: number) => exactWords(instant, zone).slice(0, -7).slice(-4);
  return year(at) === year(now) ? words.replace(` ${year(at)},`, ",") : words;
}

/** "12 Mar 2026" for a calendar date (`2026-03-12`), which belongs to no zone. */
export function dateWords(date: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(Date.parse(`${date.slice(0, 10)}T00:00:00Z`));
}

/** The short name of a zone at an instant: "CET", "GMT-7". */
export function zoneWords(at: number, zone?: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZoneName: "short",
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

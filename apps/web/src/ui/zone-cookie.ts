/** In which time zone the reader of a page was when they last read one, by its IANA name. */
export const ZONE_COOKIE = "rubric_zone";

/** The zone that a cookie names; null for one that is none. */
export function readZone(value: string | undefined): string | null {
  if (value === undefined || value.length > 100) return null;
  try {
    const zone = decodeURIComponent(value);
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

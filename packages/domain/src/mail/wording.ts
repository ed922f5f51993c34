/** An instant in words with its zone: "Tuesday, 4 March 2025 at 14:00 (CET)". */
export function whenWords(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone,
  }).format(at);
  const time = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  })
    .formatToParts(at)
    .reduce((found, { type, value }) => found.set(type, value), new Map<string, string>());
  const clock = `${time.get("hour")}:${time.get("minute")}`;
  return `${parts} at ${clock} (${time.get("timeZoneName")})`;
}

/** A day in words: "Tuesday, 4 March 2025". */
export function dayWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone }).format(at);
}

/** Money in minor units with its currency: "€65,000". */
export function moneyWords(minor: number, currency: string): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minor / 10 ** digits;
  return Number.isInteger(amount)
    ? new Intl.NumberFormat("en-GB", {
        style: "currency",
        currency,
        maximumFractionDigits: 0,
      }).format(amount)
    : format.format(amount);
}

/** How someone is greeted: by their name up to its first space, if that is a name. */
export function greeting(name: string): string {
  const [first = ""] = name.trim().split(/\s+/);
  // Anyone may type a name beside somebody else's address: what a mail program would make a link of is none.
  return /^[\p{L}\p{M}'’-]+$/u.test(first) ? `Hello ${first},` : "Hello,";
}

/** "Ada", "Ada and Bo", "Ada, Bo and Cy". */
export function listWords(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

"use client";

import { useReaderZone } from "../../ui/reader-zone.tsx";

/** "Friday 4 December 2026" in the reader's zone. `at` is ISO 8601. */
export function ExactDay({ at }: { at: string }) {
  const timeZone = useReaderZone() ?? "UTC";
  const words = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone })
    .format(Date.parse(at))
    .replace(",", "");
  return (
    <time dateTime={at} suppressHydrationWarning>
      {words}
    </time>
  );
}

"use client";

import { Tooltip } from "@mantine/core";
import { useReaderZone } from "./reader-zone.tsx";
import { briefWords, exactWords, zoneWords } from "./time-words.ts";
import { useNow } from "./use-now.ts";

/**
 * "Thu 12 Mar 2026, 14:05 CET" in the reader's zone. `at` is ISO 8601; with `otherZone` (an IANA
 * name) the time of the other side is shown on hover.
 */
export function ExactTime({
  at,
  otherZone,
  otherSide = "There",
}: {
  at: string;
  otherZone?: string | null;
  otherSide?: string;
}) {
  const zone = useReaderZone() ?? "UTC";
  const instant = Date.parse(at);
  const text = (
    <time dateTime={at} suppressHydrationWarning>
      {`${exactWords(instant, zone)} ${zoneWords(instant, zone)}`}
    </time>
  );
  if (otherZone === undefined || otherZone === null || otherZone === zone) return text;
  return (
    <Tooltip
      label={`${otherSide}: ${exactWords(instant, otherZone)} ${zoneWords(instant, otherZone)}`}
    >
      {text}
    </Tooltip>
  );
}

/** "Thu 12 Mar, 14:05" in the reader's zone, where there is little room; the whole of it on hover. */
export function BriefTime({ at }: { at: string }) {
  const zone = useReaderZone() ?? "UTC";
  const now = useNow();
  const instant = Date.parse(at);
  return (
    <Tooltip label={`${exactWords(instant, zone)} ${zoneWords(instant, zone)}`}>
      <time dateTime={at} suppressHydrationWarning>
        {briefWords(instant, now, zone)}
      </time>
    </Tooltip>
  );
}

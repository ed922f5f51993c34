"use client";

import { Tooltip } from "@mantine/core";
import { exactWords, relativeWords, zoneWords } from "./time-words.ts";
import { useNow } from "./use-now.ts";

/** "12 min ago"; the exact time in the reader's zone on hover. `at` is ISO 8601. */
export function RelativeTime({ at }: { at: string }) {
  const now = useNow();
  const instant = Date.parse(at);
  return (
    <Tooltip
      label={<span suppressHydrationWarning>{`${exactWords(instant)} ${zoneWords(instant)}`}</span>}
    >
      <time dateTime={at} suppressHydrationWarning style={{ whiteSpace: "nowrap" }}>
        {relativeWords(instant, now)}
      </time>
    </Tooltip>
  );
}

"use client";

import { useNow } from "../../ui/use-now.ts";
import classes from "./time-left.module.css";

const MINUTE = 60_000;

/** "starts in 12 min", "37 min left", "ended 5 min ago", with a bar while it runs. */
export function TimeLeft({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }) {
  const now = useNow();
  if (startsAt === null || endsAt === null) return null;
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  const done = Math.min(1, Math.max(0, (now - from) / (to - from)));
  const late = now < to && to - now <= 5 * MINUTE;
  return (
    <div className={classes.time} suppressHydrationWarning data-late={late || undefined}>
      <span suppressHydrationWarning>{words(from, to, now)}</span>
      {now >= from && now < to ? (
        <span className={classes.bar} aria-hidden="true">
          <span style={{ width: `${done * 100}%` }} />
        </span>
      ) : null}
    </div>
  );
}

/** All in milliseconds since 1970. */
function words(from: number, to: number, now: number): string {
  if (now < from) return `starts in ${span(from - now)}`;
  return now < to ? `${span(to - now)} left` : `ended ${span(now - to)} ago`;
}

function span(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

import type { ReactNode } from "react";
import { RelativeTime } from "./relative-time.tsx";
import classes from "./timeline.module.css";

export interface TimelineEntry {
  id: string;
  /** ISO 8601. */
  at: string;
  /** Who did what, in a few words. */
  title: ReactNode;
  /** What belongs to it: a note, a message, a reason. */
  body?: ReactNode;
  /** A mark or icon of at most 16 pixels in place of the dot. */
  icon?: ReactNode;
}

/** What happened, in the order given. */
export function Timeline({ label, entries }: { label: string; entries: TimelineEntry[] }) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <span className={classes.mark} aria-hidden="true">
            {entry.icon ?? <span className={classes.dot} />}
          </span>
          <div className={classes.head}>
            <div className={classes.title}>{entry.title}</div>
            <div className={classes.at}>
              <RelativeTime at={entry.at} />
            </div>
          </div>
          {entry.body === undefined ? null : <div className={classes.body}>{entry.body}</div>}
        </li>
      ))}
    </ol>
  );
}

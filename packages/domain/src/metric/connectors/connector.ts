import type { MetricKey } from "../metrics.ts";
import type { Window } from "../periods.ts";

/** Something of somebody's that ended on a day: a change or a ticket; `good` if merged or done. */
export type Item = { login: string; day: string; good: boolean };

export type Answer = { body: unknown; header: (name: string) => string | null };

/** How one kind of API is asked, page by page, for what ended in some stretch of days. */
export type Connector = {
  metric: MetricKey;
  /** What the figure counts, for people. */
  counts: string;
  /** What is sent along with a secret as it was entered. */
  headers(secret: string): Record<string, string>;
  /** Path and query below the base URL; the cursor is that of the page before, null for the first. */
  path(of: { project: string; window: Window; cursor: string | null }): string;
  /** What a page says, and the cursor of the next; throws where it has not the documented shape. */
  read(
    answer: Answer,
    of: { window: Window; cursor: string | null },
  ): {
    items: Item[];
    next: string | null;
  };
};

/** Items of a stretch of days. */
export function within(items: readonly Item[], { from, through }: Window): Item[] {
  return items.filter(({ day }) => day >= from && day <= through);
}

/** The next page's number where a `Link` header (RFC 8288) says that there is one. */
export function nextByLink(answer: Answer, cursor: string | null): string | null {
  const more = /<[^>]*>\s*;[^,]*\brel="?next"?/.test(answer.header("link") ?? "");
  return more ? String(Number(cursor ?? "1") + 1) : null;
}

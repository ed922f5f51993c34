import { type Item, within } from "./connectors/connector.ts";
import type { MetricKey } from "./metrics.ts";
import { daysIn, type Window } from "./periods.ts";

const SPRINT_DAYS = 14;

/**
 * The figure of one login from what ended in a stretch of days; null where nothing did. Reviews
 * passed: the merged of the closed, in percent, n the closed. Features: the done ones per sprint of
 * two weeks, n the done; a stretch of less than one sprint counts as one.
 */
export function figureOf(
  metric: MetricKey,
  items: readonly Item[],
  login: string,
  window: Window,
): { value: number; n: number } | null {
  const name = login.toLowerCase();
  const own = within(items, window).filter((item) => item.login.toLowerCase() === name);
  const good = own.filter((item) => item.good).length;
  if (own.length === 0) return null;
  if (metric === "reviews_passed") return { value: (100 * good) / own.length, n: own.length };
  return { value: good / Math.max(1, daysIn(window) / SPRINT_DAYS), n: good };
}

import { z } from "zod";
import type { Finding } from "../diff/finding.ts";

const DAY_MS = 86_400_000;

/** A record that ends longer ago than this says nothing of who calls today. */
const FRESH_DAYS = 7;

const Uses = z.array(
  z.strictObject({
    procedure: z.string(),
    contractId: z.string(),
    lastUsed: z.union([z.iso.date(), z.iso.datetime()]),
  }),
);

/**
 * Which known contract's clients called which procedure, and when it was last seen. `since` and
 * `until` are the first and last day on record; a bare list is on record as far as its own days go.
 */
export const Usage = z.union([
  z.strictObject({ since: z.iso.date(), until: z.iso.date(), used: Uses }),
  Uses.min(1).transform((used) => {
    const days = used.map(({ lastUsed }) => lastUsed.slice(0, 10)).toSorted();
    return { since: days[0] ?? "", until: days.at(-1) ?? "", used };
  }),
]);
export type Usage = z.infer<typeof Usage>;

/** Removals of what no known client called in the last `days` days break nobody. */
export function forgiveUnused(
  findings: readonly Finding[],
  usage: Usage | null,
  days: number,
  now: Date,
): Finding[] {
  return findings.map((finding) => {
    const removal = (finding.rule === "P1" || finding.rule === "P2") && finding.at === "";
    if (!removal) return finding;
    const why = whyNotRemove(finding.path, usage, days, now);
    if (why !== null) return { ...finding, seen: `${finding.seen} ${why}` };
    const seen = `No known client has called it for ${days} days.`;
    return { ...finding, verdict: "safe", seen, instead: "Nothing." };
  });
}

function whyNotRemove(path: string, usage: Usage | null, days: number, now: Date): string | null {
  if (usage === null) return "There is no record of who calls it.";
  const from = dayOf(now, -days);
  if (usage.since > from) return `Calls are on record since ${usage.since} only.`;
  if (usage.until < dayOf(now, -FRESH_DAYS)) return `The record of calls ends ${usage.until}.`;
  const recent = usage.used
    .filter(({ procedure, lastUsed }) => procedure === path && lastUsed.slice(0, 10) > from)
    .toSorted((a, b) => (a.lastUsed < b.lastUsed ? 1 : -1));
  const [last] = recent;
  if (last === undefined) return null;
  return `Clients of ${last.contractId} called it last on ${last.lastUsed.slice(0, 10)}.`;
}

function dayOf(now: Date, offset: number): string {
  return new Date(now.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
}

/** A length of time by the calendar. */
export type Term = { days: number } | { months: number } | { years: number };

/** What the law of one region says of how long an application is kept. */
export type RetentionRow = {
  /** ISO 3166 code, or `EU`. */
  region: string;
  atLeast: Term | null;
  atMost: Term | null;
  /** How long at most with the person's consent to a talent pool; null: as long as it says. */
  withConsent: Term | null;
  /** What the time counts from: the application's end, or the last contact with the person. */
  counts: "end" | "contact";
  /** The rule in a few words, with its source. */
  why: string;
};

export type BoundFacts = {
  endedAt: Date;
  /** When the person was last written to, or wrote. */
  lastContactAt: Date;
  /** Until when the person agreed to stay in the talent pool. */
  consentUntil: Date | null;
};

export type Bound = { at: Date; row: RetentionRow };
export type Bounds = {
  /** The latest legal minimum. */
  lower: Bound | null;
  /** The earliest legal maximum; `byConsent` when only the person's consent carries it so far. */
  upper: (Bound & { byConsent: boolean }) | null;
  /** The minimum lies beyond the maximum: kept restricted from the one until the other. */
  conflict: boolean;
};

/** The bounds that the regions' rows set for an application that has ended (law 10). Pure. */
export function boundsOf(rows: readonly RetentionRow[], facts: BoundFacts): Bounds {
  const from = (row: RetentionRow) => (row.counts === "end" ? facts.endedAt : facts.lastContactAt);
  const all = (which: "atLeast" | "atMost"): Bound[] =>
    rows
      .flatMap((row) => {
        const term = row[which];
        return term === null ? [] : [{ at: later(from(row), term), row }];
      })
      .toSorted((a, b) => a.at.getTime() - b.at.getTime() || compare(a.row.region, b.row.region));
  const lower = all("atLeast").at(-1) ?? null;
  const [earliest] = all("atMost");
  const { consentUntil } = facts;
  const byConsent = earliest !== undefined && consentUntil !== null && consentUntil > earliest.at;
  const upper =
    earliest === undefined
      ? null
      : { row: earliest.row, at: byConsent ? consentUntil : earliest.at, byConsent };
  const conflict = lower !== null && upper !== null && lower.at > upper.at;
  return { lower, upper, conflict };
}

/** An instant so much later; of a shorter month its last day (31 January + 1 month: 28 February). */
export function later(from: Date, term: Term): Date {
  if ("days" in term) return new Date(from.getTime() + term.days * 86_400_000);
  const months = "years" in term ? term.years * 12 : term.months;
  const at = new Date(from);
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const days = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(from.getUTCDate(), days));
  return at;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

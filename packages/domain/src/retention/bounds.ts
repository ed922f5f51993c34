/** A length of time by the calendar. */
export type Term = { days: number } | { months: number } | { years: number };

/** What the law of one region says of how long an application is kept. */
export type RetentionRow = {
  /** ISO 3166 code, or `EU`. */
  region: string;
  atLeast: Term | null;
  atMost: Term | null;
  /** How far the person's consent to a talent pool can carry the maximum; null: no further. */
  withConsent: Term | "until_withdrawn" | null;
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
type Upper = Bound & { byConsent: boolean };
export type Bounds = {
  /** The latest legal minimum. */
  lower: Bound | null;
  /** The earliest legal maximum; `byConsent` when only the person's consent carries it so far. */
  upper: Upper | null;
  /** The minimum lies beyond the maximum: kept restricted from the one until the other. */
  conflict: boolean;
};

/** The bounds that the regions' rows set for an application that has ended (law 10). Pure. */
export function boundsOf(rows: readonly RetentionRow[], facts: BoundFacts): Bounds {
  const { consentUntil } = facts;
  const from = (row: RetentionRow) => (row.counts === "end" ? facts.endedAt : facts.lastContactAt);
  const least = rows.flatMap((row): Bound[] =>
    row.atLeast === null ? [] : [{ at: later(from(row), row.atLeast), row }],
  );
  const most = rows.flatMap((row): Upper[] => {
    if (row.atMost === null) return [];
    const at = later(from(row), row.atMost);
    const agreed = agreedUntil(row, from(row), consentUntil);
    const byConsent = agreed !== null && agreed > at;
    return [{ at: byConsent ? agreed : at, row, byConsent }];
  });
  const lower = least.toSorted(byTime).at(-1) ?? null;
  const upper = most.toSorted(byTime)[0] ?? null;
  const conflict = lower !== null && upper !== null && lower.at > upper.at;
  return { lower, upper, conflict };
}

/** How far a consent carries a row's maximum; null: not at all. */
function agreedUntil({ withConsent }: RetentionRow, from: Date, until: Date | null): Date | null {
  if (withConsent === null || until === null || withConsent === "until_withdrawn") {
    return withConsent === null ? null : until;
  }
  const most = later(from, withConsent);
  return most < until ? most : until;
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

function byTime(a: Bound, b: Bound): number {
  if (a.at.getTime() !== b.at.getTime()) return a.at.getTime() - b.at.getTime();
  return a.row.region < b.row.region ? -1 : a.row.region > b.row.region ? 1 : 0;
}

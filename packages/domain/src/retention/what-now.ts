export type KeepFacts = {
  now: Date;
  /** Null while the application goes on. */
  endedAt: Date | null;
  /** Hired: the file goes on as a worker's, and no time of an applicant's ends it. */
  hired: boolean;
  /** A legal hold on the person or the job. */
  held: boolean;
  /** When the person asked, or an admin had them erased. */
  askedAt: Date | null;
  /** The latest legal minimum and the earliest legal maximum. */
  bounds: { lower: { at: Date } | null; upper: { at: Date } | null };
  /** Until when the organization's own policy keeps it, or the person's consent. */
  policyUntil: Date | null;
};

/** In the order of law 10; `nothing`: no rule ends it. */
export const KEEP_REASONS = [
  "under_way",
  "hold",
  "minimum",
  "request",
  "maximum",
  "policy",
  "employed",
  "nothing",
] as const;
type KeepReason = (typeof KEEP_REASONS)[number];

export type KeepVerdict = {
  /** `restrict`: it must stay, and no member reads it. */
  verdict: "keep" | "restrict" | "erase";
  why: KeepReason;
  /** When the next word of the law comes; null where no date is known. */
  until: Date | null;
};

/**
 * What is to be done with an application now, in the order of law 10: legal hold, legal minimum,
 * the person's request, maximum, policy. Pure and total.
 */
export function whatNow(facts: KeepFacts): KeepVerdict {
  const { now, endedAt, hired, held, askedAt, bounds, policyUntil } = facts;
  if (endedAt === null) return { verdict: "keep", why: "under_way", until: null };
  const upper = hired ? null : bounds.upper;
  const gone = askedAt !== null || (upper !== null && now >= upper.at);
  const stays = gone ? "restrict" : "keep";
  if (held) return { verdict: stays, why: "hold", until: null };
  const { lower } = bounds;
  if (lower !== null && now < lower.at && gone) {
    return { verdict: "restrict", why: "minimum", until: lower.at };
  }
  if (askedAt !== null) return { verdict: "erase", why: "request", until: null };
  if (upper !== null && now >= upper.at) return { verdict: "erase", why: "maximum", until: null };
  if (hired) return { verdict: "keep", why: "employed", until: null };
  const policyAt = atLeast(policyUntil, lower?.at ?? null);
  if (policyAt !== null && now >= policyAt) return { verdict: "erase", why: "policy", until: null };
  if (upper !== null && (policyAt === null || upper.at <= policyAt)) {
    return { verdict: "keep", why: "maximum", until: upper.at };
  }
  if (policyAt !== null) return { verdict: "keep", why: "policy", until: policyAt };
  return { verdict: "keep", why: "nothing", until: null };
}

/** A date, moved out to another one that comes later. */
function atLeast(at: Date | null, least: Date | null): Date | null {
  return at !== null && least !== null && least > at ? least : at;
}

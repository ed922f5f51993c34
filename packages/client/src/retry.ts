/** What became of one attempt that brought no result. */
export type Failure =
  | { kind: "silent" }
  /** Answered, by the server or something before it. */
  | { kind: "answered"; status: number | null; retryAfterMs: number | null; running: boolean };

/** What is known of the attempts so far. */
export type Attempts = {
  /** How many were sent. */
  sent: number;
  /** How many may be sent beyond the first. */
  retries: number;
  /** Whether sending it again has no second effect: a query, or a command with its key. */
  repeatable: boolean;
  /** Whether an earlier attempt was not answered, and may still be running. */
  unanswered: boolean;
};

const AGAIN: ReadonlySet<number | null> = new Set([429, 502, 503, 504]);
const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/** The longest wait that a server may ask for before a call is given up instead, in milliseconds. */
export const MOST_PATIENCE_MS = 30_000;

/**
 * Milliseconds to wait before a call is sent again; null where it is not. Twice as long each time,
 * half of it by chance (`random` from 0 to 1), and never sooner than the server asked for.
 */
export function waitBefore(failure: Failure, of: Attempts, random: number): number | null {
  if (!of.repeatable || of.sent > of.retries || !mayPass(failure, of)) return null;
  const backoff = Math.min(LONGEST_MS, FIRST_MS * 2 ** (of.sent - 1));
  const own = backoff / 2 + (backoff / 2) * random;
  const asked = failure.kind === "answered" ? failure.retryAfterMs : null;
  if (asked === null) return own;
  return asked > MOST_PATIENCE_MS ? null : Math.max(asked, own);
}

/** A refusal stands; what only says "not now", or that one's own earlier attempt still runs, may pass. */
function mayPass(failure: Failure, { unanswered }: Attempts): boolean {
  if (failure.kind === "silent") return true;
  return AGAIN.has(failure.status) || (failure.running && unanswered);
}

/** Milliseconds of a Retry-After header (seconds or an HTTP date); null where it says nothing. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Number.NaN;
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now.getTime() : seconds * 1000;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

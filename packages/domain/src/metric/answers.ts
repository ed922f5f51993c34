/** How long a source is left alone after an attempt that failed: one hour, then longer, a day at most. */
export function retryAt(failures: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(24, 2 ** Math.min(failures, 8)) * 3_600_000);
}

type Answered = { status: number; header: (name: string) => string | null };

export type Problem = { sentence: string; waitUntil: Date | null };

const HOUR = 3_600_000;
/** No source keeps its figures away for longer than this, whatever it asks for. */
const LONGEST_WAIT_MS = 24 * HOUR;

/** What is wrong with an answer, as a person reads it, and until when it asks to be left alone; null if nothing is. */
export function problemOf(answer: Answered, now: Date): Problem | null {
  const { status } = answer;
  if (status === 200) return null;
  const waitUntil = waitOf(answer, now);
  if (waitUntil !== null) {
    return {
      sentence: `It asked for fewer requests (${status}); the next attempt waits.`,
      waitUntil,
    };
  }
  return { sentence: WORDS[status] ?? wordFor(status), waitUntil: null };
}

const WORDS: Readonly<Record<number, string>> = {
  401: "It does not take the token (401): it may have expired or been revoked.",
  403: "The token may not read this project (403).",
  404: "There is no such project, or the token does not see it (404).",
  410: "This address is gone for good (410).",
};

function wordFor(status: number): string {
  if (status >= 300 && status < 400)
    return `It answered with a redirect (${status}), and none is followed.`;
  if (status >= 500) return `It answered that something is wrong on its side (${status}).`;
  return `It answered with ${status}.`;
}

/**
 * Until when to wait after 429, or after GitHub's 403 with no requests left: by `Retry-After`
 * (RFC 9110, seconds or a date) or `X-RateLimit-Reset` (seconds since 1970), else an hour.
 */
function waitOf({ status, header }: Answered, now: Date): Date | null {
  const after = header("retry-after");
  const spent = status === 403 && (header("x-ratelimit-remaining") === "0" || after !== null);
  if (status !== 429 && !spent) return null;
  const reset = header("x-ratelimit-reset");
  const asked =
    after !== null
      ? /^\d+$/.test(after)
        ? now.getTime() + Number(after) * 1000
        : Date.parse(after)
      : reset !== null && /^\d+$/.test(reset)
        ? Number(reset) * 1000
        : Number.NaN;
  const until = Number.isFinite(asked) ? asked : now.getTime() + HOUR;
  return new Date(Math.min(Math.max(until, now.getTime()), now.getTime() + LONGEST_WAIT_MS));
}

import { hash } from "node:crypto";
import { refuse } from "@rubric/domain/errors";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { z } from "zod";
import type { Request } from "./caller.ts";

/** `usual` for what people click; `guess` for what an attacker would try again and again. */
export type RateClass = "usual" | "guess" | "public";

/** How many calls of each class one caller has in how many seconds. */
export const RATES = {
  usual: { calls: 3000, seconds: 60 },
  public: { calls: 300, seconds: 60 },
  guess: { calls: 60, seconds: 60 },
} as const satisfies Record<RateClass, { calls: number; seconds: number }>;

/** Finds the access token of the request; null for a bad one. */
type TokenLookUp = () => Promise<{ id: string } | null>;

export type Limit = {
  /** Counts a call; TOO_MANY beyond what its class allows, UNAUTHENTICATED for a bad token. */
  spend: (rate: RateClass, request: Request, input: unknown, token: TokenLookUp) => Promise<void>;
  /** Counts the usual calls of this request's session by the session from now on: it is valid. */
  trust: (request: Request) => Promise<void>;
};

/** What a guess is aimed at: an account by its address, or what a link opens. */
const Guessed = z.union([z.object({ email: z.string() }), z.object({ token: z.string() })]);

/** Whom an e-mail goes to that anyone may cause. */
const Told = z.object({ email: z.string() });

/** Calls that each access token has, and the window in seconds. */
const PER_TOKEN = { calls: 600, window: 60 };

/** How long a session that was valid is counted by itself, in seconds. */
const TRUSTED = 3600;

/** Limits by calls, not by requests, in this process; refuses with the seconds to wait. */
export function makeLimit(scale = 1): Limit {
  const limiter = (points: number, duration: number) =>
    new RateLimiterMemory({ points: points * scale, duration });
  const perAddress = {
    usual: limiter(RATES.usual.calls, RATES.usual.seconds),
    public: limiter(RATES.public.calls, RATES.public.seconds),
    guess: limiter(RATES.guess.calls, RATES.guess.seconds),
  } satisfies Record<RateClass, RateLimiterMemory>;
  // So few from one place that guessing is hopeless; so many from all that nobody locks others out.
  const perTarget = {
    guess: { fromHere: limiter(15, 900), fromAll: limiter(100, 900) },
    // Each of these calls is an e-mail in somebody's mailbox.
    public: { fromHere: limiter(5, 900), fromAll: limiter(20, 900) },
  };
  const trusted = limiter(1, TRUSTED);
  const perToken = limiter(PER_TOKEN.calls, PER_TOKEN.window);
  // Whoever calls makes up as many cookies as they like; only a session that was found is someone.
  const callerOf = async ({ origin, sessionHash }: Request) => {
    if (sessionHash === null) return origin.ip;
    return (await trusted.get(sessionHash)) === null ? origin.ip : sessionHash;
  };
  /** Whoever makes tokens up is counted by their address, before and after the look-up. */
  const spendToken = async (request: Request, bearer: string, token: TokenLookUp) => {
    const key = keyOf(bearer);
    const known = (await trusted.get(key)) !== null;
    if (!known) await spend(request, perAddress.usual, request.origin.ip);
    const found = await token();
    if (found === null) {
      await trusted.delete(key);
      return refuse("UNAUTHENTICATED", { by: "token" });
    }
    if (!known) await trusted.set(key, 1, TRUSTED);
    request.tell("ratelimit-policy", `"token";q=${perToken.points};w=${PER_TOKEN.window}`);
    await spend(request, perToken, found.id, "token");
  };
  return {
    spend: async (rate, request, input, token) => {
      if (request.bearer !== null) await spendToken(request, request.bearer, token);
      else if (rate === "usual") {
        await spend(request, perAddress.usual, await callerOf(request));
      }
      if (rate === "usual") return;
      const { ip } = request.origin;
      await spend(request, perAddress[rate], ip);
      const target = rate === "guess" ? guessedAt(request, input) : toldIn(input);
      if (target === null) return;
      await spend(request, perTarget[rate].fromHere, keyOf(`${ip} ${target}`));
      await spend(request, perTarget[rate].fromAll, keyOf(target));
    },
    trust: async ({ sessionHash }) => {
      if (sessionHash === null || (await trusted.get(sessionHash)) !== null) return;
      await trusted.set(sessionHash, 1, TRUSTED);
    },
  };
}

function guessedAt({ sessionHash }: Request, input: unknown): string | null {
  const guessed = Guessed.safeParse(input);
  if (!guessed.success) return sessionHash;
  return "email" in guessed.data ? mailbox(guessed.data.email) : guessed.data.token;
}

function toldIn(input: unknown): string | null {
  const told = Told.safeParse(input);
  return told.success ? mailbox(told.data.email) : null;
}

function mailbox(email: string): string {
  return email.trim().toLowerCase();
}

/** Of one length, whatever was sent, so that no key can fill the memory. */
function keyOf(text: string): string {
  return hash("sha256", text, "base64url");
}

/**
 * Counts; TOO_MANY, with `Retry-After`, where nothing is left. With the name of a policy the answer
 * says how much is left (draft-ietf-httpapi-ratelimit-headers).
 */
async function spend(
  request: Request,
  limiter: RateLimiterMemory,
  key: string,
  policy?: string,
): Promise<void> {
  const tellLeft = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => {
    const seconds = Math.ceil(msBeforeNext / 1000);
    if (policy !== undefined) {
      request.tell("ratelimit", `"${policy}";r=${Math.max(0, remainingPoints)};t=${seconds}`);
    }
    return seconds;
  };
  try {
    tellLeft(await limiter.consume(key));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = tellLeft(error);
    request.tell("retry-after", String(seconds));
    refuse("TOO_MANY", { seconds });
  }
}

import { createHash } from "node:crypto";
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

export type Limit = {
  /** Counts a call; TOO_MANY beyond what its class allows. */
  spend: (rate: RateClass, request: Request, input: unknown) => Promise<void>;
  /** Counts the usual calls of this request's session by the session from now on: it is valid. */
  trust: (request: Request) => Promise<void>;
};

/** What a guess is aimed at: an account by its address, or what a link opens. */
const Guessed = z.union([z.object({ email: z.string() }), z.object({ token: z.string() })]);

/** Whom an e-mail goes to that anyone may cause. */
const Told = z.object({ email: z.string() });

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
  // Whoever calls makes up as many cookies as they like; only a session that was found is someone.
  const callerOf = async ({ origin, sessionToken }: Request) => {
    if (sessionToken === null) return origin.ip;
    const key = keyOf(sessionToken);
    return (await trusted.get(key)) === null ? origin.ip : key;
  };
  return {
    spend: async (rate, request, input) => {
      if (rate === "usual") return spend(perAddress.usual, await callerOf(request));
      const { ip } = request.origin;
      await spend(perAddress[rate], ip);
      const target = rate === "guess" ? guessedAt(request, input) : toldIn(input);
      if (target === null) return;
      await spend(perTarget[rate].fromHere, keyOf(`${ip} ${target}`));
      await spend(perTarget[rate].fromAll, keyOf(target));
    },
    trust: async ({ sessionToken }) => {
      if (sessionToken !== null) await trusted.set(keyOf(sessionToken), 1, TRUSTED);
    },
  };
}

function guessedAt({ sessionToken }: Request, input: unknown): string | null {
  const guessed = Guessed.safeParse(input);
  if (!guessed.success) return sessionToken;
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
  return createHash("sha256").update(text).digest("base64url");
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    refuse("TOO_MANY", { seconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}

import { createHash } from "node:crypto";
import { refuse } from "@rubric/domain/errors";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { z } from "zod";
import type { Request } from "./caller.ts";

/** `usual` for what people click; `guess` for what an attacker would try again and again. */
export type RateClass = "usual" | "guess" | "public";

export type Limit = (rate: RateClass, request: Request, input: unknown) => Promise<void>;

/** What a guess is aimed at: an account by its address, or what a link opens. */
const Aimed = z.union([z.object({ email: z.string() }), z.object({ token: z.string() })]);

/** Limits by calls, not by requests, in this process; refuses with the seconds to wait. */
export function makeLimit(scale = 1): Limit {
  const limiter = (points: number, duration: number) =>
    new RateLimiterMemory({ points: points * scale, duration });
  const perAddress = {
    usual: limiter(3000, 60),
    public: limiter(300, 60),
    guess: limiter(60, 60),
  } satisfies Record<RateClass, RateLimiterMemory>;
  // So few from one place that guessing is hopeless; so many from all that nobody locks others out.
  const perTargetFromHere = limiter(15, 900);
  const perTarget = limiter(100, 900);
  return async (rate, request, input) => {
    const { origin, sessionToken } = request;
    if (rate !== "usual") await spend(perAddress[rate], origin.ip);
    else await spend(perAddress.usual, sessionToken === null ? origin.ip : keyOf(sessionToken));
    if (rate !== "guess") return;
    const aimed = Aimed.safeParse(input);
    const target = aimed.success ? targetOf(aimed.data) : sessionToken;
    if (target === null) return;
    await spend(perTargetFromHere, keyOf(`${origin.ip} ${target}`));
    await spend(perTarget, keyOf(target));
  };
}

function targetOf(aimed: z.infer<typeof Aimed>): string {
  return "email" in aimed ? aimed.email.trim().toLowerCase() : aimed.token;
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

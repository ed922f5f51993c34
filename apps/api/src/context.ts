import type { Database } from "@rubric/db";
import type { Deps } from "@rubric/domain/execution";
import { callerOf, type Caller, type Request } from "./caller.ts";
import type { Limit, RateClass } from "./rate-limit.ts";

/** What tRPC gives each call of one HTTP request. */
export type Context = {
  deps: Deps;
  caller: Caller;
  limit: (rate: RateClass, input: unknown) => Promise<void>;
  log: (event: { level: "info" | "warn" | "error"; message: string; error?: unknown }) => void;
};

/** The context of one HTTP request. */
export function makeContext(
  deps: Deps & { db: Database },
  request: Request,
  limit: Limit,
  log: Context["log"],
): Context {
  const caller = callerOf(deps.db, request);
  return {
    deps,
    caller: {
      ...caller,
      call: async (...of) => {
        const call = await caller.call(...of);
        if (call.sessionId != null) await limit.trust(request);
        return call;
      },
    },
    limit: (rate, input) => limit.spend(rate, request, input),
    log,
  };
}

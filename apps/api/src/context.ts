import type { Deps } from "@rubric/domain/execution";
import { callerOf, type Caller, type Request } from "./caller.ts";
import type { RequestContract } from "./contract/meeting.ts";
import type { Limit, RateClass } from "./rate-limit.ts";

/** What tRPC gives each call of one HTTP request. */
export type Context = {
  deps: Deps;
  caller: Caller;
  contract: RequestContract;
  limit: (rate: RateClass, input: unknown) => Promise<void>;
  log: (event: { level: "info" | "warn" | "error"; message: string; error?: unknown }) => void;
};

/** The context of one HTTP request. */
export function makeContext(
  deps: Deps,
  request: Request,
  { limit, contract, log }: { limit: Limit } & Pick<Context, "contract" | "log">,
): Context {
  const caller = callerOf(deps.db, request, deps.callers);
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
    contract,
    limit: (rate, input) => limit.spend(rate, request, input, caller.token),
    log,
  };
}

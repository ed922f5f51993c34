import type { Database } from "@rubric/db";
import type { Deps } from "@rubric/domain/execution";
import { callerOf, type Caller, type Request } from "./caller.ts";
import type { Limit } from "./rate-limit.ts";

/** What tRPC gives each call of one HTTP request. */
export type Context = {
  deps: Deps;
  caller: Caller;
  limit: (rate: Parameters<Limit>[0], input: unknown) => Promise<void>;
  log: (event: { level: "info" | "warn" | "error"; message: string; error?: unknown }) => void;
};

/** The context of one HTTP request. */
export function makeContext(
  deps: Deps & { db: Database },
  request: Request,
  limit: Limit,
  log: Context["log"],
): Context {
  return {
    deps,
    caller: callerOf(deps.db, request),
    limit: (rate, input) => limit(rate, request, input),
    log,
  };
}

import {
  type HTTPLinkOptions,
  type TRPCLink,
  httpBatchLink,
  httpLink,
  retryLink,
  splitLink,
} from "@trpc/client";
import type { AppRouter } from "@rubric/api/router";
import { skewLink } from "@rubric/contract/skew-link";
import { reportOutdated } from "../skew/new-version.ts";
import { type Caller, callerHeaders } from "./caller.ts";
import { commandKeyLink } from "./command-key-link.ts";
import { isAnswered } from "./errors.ts";

const url = "/api/trpc";
const maxQueriesInOneRequest = 10;
const maxAttemptsOfACommand = 3;

type Fetch = NonNullable<HTTPLinkOptions<AppRouter["_def"]["_config"]["$types"]>["fetch"]>;

const browserFetch: Fetch = (input, init) => {
  if (typeof window === "undefined") {
    throw new Error("Only the browser calls the API here: load this query in the server page.");
  }
  return fetch(input, { ...init, signal: init?.signal ?? null });
};

/**
 * The browser's way to the API. Queries travel together as POST, so that no input lands in a log;
 * a command travels alone, with its idempotency key, and is sent again only when no answer came.
 */
export function browserLinks(caller: Caller): TRPCLink<AppRouter>[] {
  const own = callerHeaders(caller);
  return [
    commandKeyLink(() => crypto.randomUUID()),
    skewLink<AppRouter>({ onOutdated: reportOutdated }),
    retryLink({
      retry: ({ op, error, attempts }) =>
        op.type === "mutation" &&
        typeof op.context.idempotencyKey === "string" &&
        attempts < maxAttemptsOfACommand &&
        !isAnswered(error),
      retryDelayMs: (attempt) => 300 * 2 ** attempt,
    }),
    splitLink({
      condition: (op) => op.type === "query",
      true: httpBatchLink({
        url,
        fetch: browserFetch,
        methodOverride: "POST",
        maxItems: maxQueriesInOneRequest,
        headers: own,
      }),
      false: httpLink({
        url,
        fetch: browserFetch,
        headers: ({ op }) =>
          typeof op.context.idempotencyKey === "string"
            ? { ...own, "idempotency-key": op.context.idempotencyKey }
            : own,
      }),
    }),
  ];
}

import { CONTRACT_HEADER, writeMark } from "@rubric/contract/handshake";
import {
  createTRPCUntypedClient,
  httpLink,
  type HTTPLinkOptions,
  TRPCClientError,
} from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { CONTRACT, KEYLESS } from "./contract.generated.ts";
import { RubricNoAnswerError, RubricSkewError, type Silence } from "./errors.ts";
import { readRefusal, refused } from "./refusal.ts";
import { type Failure, retryAfterMs, waitBefore } from "./retry.ts";
import type { CommandOptions } from "./types.ts";

export type Connection = {
  /** The address of Rubric, for example `https://rubric.example.org`. */
  url: string;
  /** An access token, `rubric_pat_…`. */
  token?: string;
  /** The secret of a candidate's own page, instead of a token. */
  candidateLink?: string;
  /** The organization's slug; a token's own unless given. */
  org?: string;
  /** Used instead of the platform's. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds that one attempt may take; 30 seconds unless given. */
  timeoutMs?: number;
  /** How many times a call may be sent again; 3 unless given. */
  retries?: number;
};

/** Sends one call and gives its output; throws one of our errors, or the signal's reason. */
export type Send = (
  kind: "query" | "mutation",
  path: string,
  input: unknown,
  options: CommandOptions,
) => Promise<unknown>;

const TIMEOUT_MS = 30_000;
const RETRIES = 3;

/** A way to the API that keeps a command's key over its retries and bounds each attempt's time. */
export function sender(connection: Connection): Send {
  const client = transport(connection);
  return async (kind, path, input, options) => {
    const { signal, timeoutMs = connection.timeoutMs ?? TIMEOUT_MS } = options;
    const retries = options.retries ?? connection.retries ?? RETRIES;
    const keyed = kind === "mutation" && !KEYLESS.has(path);
    const key = keyed ? (options.idempotencyKey ?? crypto.randomUUID()) : null;
    const repeatable = kind === "query" || keyed;
    let unanswered = false;
    for (let sent = 1; ; sent += 1) {
      signal?.throwIfAborted();
      const timeout = AbortSignal.timeout(timeoutMs);
      const ending = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
      try {
        return await client[kind](path, input, { signal: ending, context: { key } });
      } catch (error) {
        signal?.throwIfAborted();
        const failure = failureOf(error);
        const attempts = { sent, retries, repeatable, unanswered };
        const wait = waitBefore(failure, attempts, Math.random());
        if (wait === null) {
          const of = { procedure: path, attempts: sent, idempotencyKey: key };
          throw errorOf(error, of, timeout.aborted);
        }
        unanswered ||= failure.kind === "silent" || failure.status !== 429;
        await pause(wait, signal);
      }
    }
  };
}

function transport({ url, token, candidateLink, org, fetch = globalThis.fetch }: Connection) {
  const headers = {
    [CONTRACT_HEADER]: writeMark(CONTRACT),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(candidateLink === undefined ? {} : { "x-candidate-link": candidateLink }),
    ...(org === undefined ? {} : { "x-org": org }),
    // Whoever has no token passes the gate of the pages' own origin; a browser sets this itself.
    ...(token === undefined ? { origin: new URL(url).origin } : {}),
  };
  type Options = HTTPLinkOptions<AnyRouter["_def"]["_config"]["$types"]>;
  const send: NonNullable<Options["fetch"]> = async (address, init) => {
    const options = { ...init, signal: init?.signal ?? null, redirect: "error" } as const;
    const response = await fetch(address, options);
    const json = response.headers.get("content-type")?.includes("json") === true;
    if (!json) throw new NotOurs(response);
    return response;
  };
  return createTRPCUntypedClient<AnyRouter>({
    links: [
      httpLink({
        url: new URL("/api/trpc", url),
        methodOverride: "POST",
        fetch: send,
        headers: ({ op }) =>
          typeof op.context["key"] === "string"
            ? { ...headers, "idempotency-key": op.context["key"] }
            : headers,
      }),
    ],
  });
}

/** Something before the API answered, such as a proxy. */
class NotOurs extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super(`HTTP ${response.status}`);
    this.response = response;
  }
}

function responseOf(error: unknown): Response | null {
  if (!(error instanceof TRPCClientError)) return null;
  if (error.cause instanceof NotOurs) return error.cause.response;
  const response = error.meta?.["response"];
  return response instanceof Response ? response : null;
}

function refusalOf(error: unknown) {
  return error instanceof TRPCClientError ? readRefusal(error.data) : null;
}

function failureOf(error: unknown): Failure {
  const response = responseOf(error);
  const refusal = refusalOf(error);
  if (response === null) return { kind: "silent" };
  return {
    kind: "answered",
    status: response.status,
    retryAfterMs: retryAfterMs(response.headers.get("retry-after"), new Date()),
    running: refusal?.code === "KEY_IN_FLIGHT",
  };
}

type Call = Pick<RubricNoAnswerError, "procedure" | "attempts" | "idempotencyKey">;

function errorOf(error: unknown, call: Call, timedOut: boolean): Error {
  const refusal = refusalOf(error);
  if (refusal !== null && refusal.skew !== null) {
    return new RubricSkewError(refusal.skew, refusal);
  }
  if (refusal !== null) return refused(call.procedure, refusal);
  const status = responseOf(error)?.status ?? null;
  const nobody = status === null || (status >= 502 && status <= 504);
  const reason: Silence = timedOut ? "timeout" : nobody ? "unreachable" : "unreadable";
  return new RubricNoAnswerError(reason, { ...call, status }, error);
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, ms);
    signal?.addEventListener("abort", end, { once: true });
  });
}

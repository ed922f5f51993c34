import { type AnyRouter, getErrorShape, getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import { type Built, runProcedure } from "./middlewares.ts";

/** A call of one HTTP request, as the procedure is run. */
type Call = { path: string; getRawInput: () => Promise<unknown>; batchIndex: number };

type Procedure = { _def: Built };

export type Posted = {
  /** `feature.verb`, or several with commas between them where it is a batch. */
  path: string;
  batch: boolean;
  body: unknown;
};

export type Answered = { status: number; body: string; errors: readonly TRPCError[] };

/**
 * Answers a JSON post to a tRPC router as `resolveResponse` of the library does, byte for byte, and
 * without the web's Request, Response and streams that it makes of each call: those cost as much as
 * all the rest. What it does not take is for the library: see `takes`.
 */
export function directly<C>(router: AnyRouter, maxBatch: number) {
  const procedures = new Map(Object.entries<Procedure>(router._def.procedures));
  return {
    /** Whether a request is one of those that a client of ours sends. */
    takes: (
      { path, batch }: Pick<Posted, "path" | "batch">,
      { url, headers }: { url: string; headers: Readonly<Record<string, unknown>> },
    ): boolean =>
      !path.includes("%") &&
      !url.includes("connectionParams") &&
      headers["trpc-accept"] === undefined &&
      !String(headers["accept"]).includes("application/jsonl") &&
      (!batch || isPlain(path.split(","))),
    answer,
  };

  /** Queries alone, or commands alone, and no more than a batch may carry. */
  function isPlain(paths: readonly string[]): boolean {
    const types = new Set(paths.map((path) => procedures.get(path)?._def.type ?? "unknown"));
    types.delete("unknown");
    return paths.length <= maxBatch && types.size <= 1;
  }

  async function answer(
    { path, batch, body }: Posted,
    contextOf: (calls: number) => C,
  ): Promise<Answered> {
    const inputs = inputsOf(body, batch);
    const paths = batch ? path.split(",") : [path];
    const ctx = contextOf(paths.length);
    const calls = paths.map((one, batchIndex) => {
      return run({ path: one, getRawInput: async () => inputs()[batchIndex], batchIndex }, ctx);
    });
    const results = await Promise.all(calls);
    const bodies = results.map((result) => result.body);
    return {
      status: getHTTPStatusCode(bodies),
      body: JSON.stringify(batch ? bodies : bodies[0]),
      errors: results.flatMap(({ error }) => error ?? []),
    };
  }

  async function run(call: Call, ctx: C) {
    const procedure = procedures.get(call.path);
    try {
      if (procedure === undefined) {
        const message = `No procedure found on path "${call.path}"`;
        throw new TRPCError({ code: "NOT_FOUND", message });
      }
      const { type } = procedure._def;
      const data = await runProcedure(procedure._def, { ...call, ctx, type, signal: undefined });
      return { body: { result: { data } }, error: null };
    } catch (cause) {
      const error = getTRPCErrorFromUnknown(cause);
      const shape = getErrorShape({
        config: router._def._config,
        error,
        ctx,
        path: call.path,
        type: procedure?._def.type ?? "unknown",
        input: undefined,
      });
      return { body: { error: shape }, error };
    }
  }
}

/** The inputs of a body by the place of their call, parsed once and only when one is asked for. */
function inputsOf(body: unknown, batch: boolean): () => Record<number, unknown> {
  let parsed: Record<number, unknown> | null = null;
  return () => {
    parsed ??= parse(body, batch);
    return parsed;
  };
}

function parse(body: unknown, batch: boolean): Record<number, unknown> {
  const value = parseJson(body);
  if (!batch) return [value];
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  const message = '"input" needs to be an object when doing a batch call';
  throw new TRPCError({ code: "BAD_REQUEST", message });
}

function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : "Invalid input";
    throw new TRPCError({ code: "BAD_REQUEST", message, cause });
  }
}

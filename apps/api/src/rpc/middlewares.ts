import { getTRPCErrorFromUnknown, TRPCError, type TRPCProcedureType } from "@trpc/server";

/** What a middleware is called with, and hands on. */
type Options = {
  path: string;
  type: TRPCProcedureType;
  ctx: unknown;
  input?: unknown;
  getRawInput: () => Promise<unknown>;
  signal: AbortSignal | undefined;
  batchIndex: number;
};

/** What one middleware may change for those after it. */
type Changed = { ctx?: object; input?: unknown; getRawInput?: Options["getRawInput"] };

type Result = { ok: true; data: unknown } | { ok: false; error: TRPCError };

type Middleware = (
  options: Options & { meta: unknown; next: (changed?: Changed) => Promise<Result | undefined> },
) => Promise<Result | undefined>;

/** A procedure of tRPC's as it was built; the last of its middlewares is the resolver. */
export type Built = { type: TRPCProcedureType; meta?: unknown; middlewares: readonly Middleware[] };

/**
 * Runs a procedure as tRPC's own function of it does, with the same middlewares in the same order. The
 * library was compiled for engines without spread, and copies all that it knows of a call four times a
 * middleware, key by key: that took as long as a query's rules.
 * @throws TRPCError as the procedure refuses, or with what it threw as the cause.
 */
export async function runProcedure(built: Built, call: Options): Promise<unknown> {
  const result = await run(0, built, call);
  if (result === undefined) {
    const message = "No result from middlewares - did you forget to `return next()`?";
    throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message });
  }
  if (!result.ok) throw result.error;
  return result.data;
}

async function run(at: number, built: Built, options: Options): Promise<Result | undefined> {
  try {
    const { meta, middlewares } = built;
    const middleware = middlewares[at];
    if (middleware === undefined) throw new TypeError(`${options.path} has no resolver.`);
    const next = (changed: Changed = {}) =>
      run(at + 1, built, {
        ...options,
        ctx: changed.ctx ? Object.assign({}, options.ctx, changed.ctx) : options.ctx,
        input: "input" in changed ? changed.input : options.input,
        getRawInput: changed.getRawInput ?? options.getRawInput,
      });
    return await middleware({ ...options, input: options.input, meta, next });
  } catch (cause) {
    return { ok: false, error: getTRPCErrorFromUnknown(cause) };
  }
}

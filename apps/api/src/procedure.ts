import type { CommandCtx, ReadCtx } from "@rubric/domain/context";
import { type ErrorCode, refuse } from "@rubric/domain/errors";
import {
  type Call,
  type Look,
  runCommand,
  runLook,
  runQuery,
  type Texts,
} from "@rubric/domain/execution";
import { type Permission, permissionRow, SUBJECT_FIELD } from "@rubric/domain/permissions";
import { isTooDeep, unkeepableText } from "@rubric/domain/wire";
import { initTRPC } from "@trpc/server";
import type { z } from "zod";
import type { Context } from "./context.ts";
import { declaring } from "./declares.ts";
import { formatError } from "./format-error.ts";
import { type Lifetime, lifetimeOf, type Meta } from "./meta.ts";
import type { RateClass } from "./rate-limit.ts";
import { refusing, skewError } from "./refusal.ts";
import { fitting } from "./rpc/fitting.ts";

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ error, ctx, path }) => formatError(error, ctx, path),
  });

export const { router, mergeRouters, createCallerFactory } = t;

type StrictInput = z.ZodObject<z.ZodRawShape, z.core.$strict>;

type QueryOptions<E extends readonly ErrorCode[]> = Lifetime & {
  /** The refusals it may answer with, beyond those of any procedure. */
  errors: E;
  rate?: RateClass;
};
type CommandOptions<E extends readonly ErrorCode[]> = QueryOptions<E> & {
  /** `none` for a sign-in, a sign-out and the redeeming of a link. */
  key?: "none";
  /** `none` for saving one's own draft. */
  audit?: "none";
};

/** A query: permission, errors, input, output, one verb. Its verb reads and cannot write. */
export function query<const E extends readonly ErrorCode[]>(
  permission: Permission,
  options: QueryOptions<E>,
) {
  const meta: Meta = {
    permission,
    errors: options.errors,
    rate: options.rate ?? "usual",
    key: "query",
    ...lifetimeOf(options),
  };
  return {
    input: <I extends StrictInput>(input: I) => ({
      output: <V>(output: z.ZodType<V, V>) => {
        const asked = (run: (of: Running<I>) => Promise<V>) =>
          declaring(options.errors)(
            gated(meta)
              .input(sooner(input))
              .output(answering(output))
              .query(({ ctx, input: given }) =>
                asKnown(
                  refusing(ctx, meta, () => {
                    const parsed: z.output<I> = asKnown(given);
                    return run({ ctx, at: at(permission, parsed), input: parsed });
                  }),
                ),
              ),
          );
        return {
          query: (verb: (of: { ctx: ReadCtx; input: z.output<I> }) => Promise<V>) =>
            asked(({ ctx, at: of, input: given }) =>
              runQuery(ctx.deps, ctx.call, of, (read) => verb({ ctx: read, input: given })),
            ),
          /** The verb asks one question, which travels with the call's first statement. */
          look: <R extends Texts>(verb: Look<z.output<I>, V, R>) =>
            asked(({ ctx, at: of, input: given }) => runLook(ctx.deps, ctx.call, of, verb, given)),
        };
      },
    }),
  };
}

/** A query as it is run: by whom, on what, and with which input. */
type Running<I extends StrictInput> = {
  ctx: Context & { call: Call };
  at: ReturnType<typeof at>;
  input: z.output<I>;
};

/** A command: the same, in one transaction with its idempotency key and its audit entry. */
export function command<const E extends readonly ErrorCode[]>(
  permission: Permission,
  options: CommandOptions<E>,
) {
  const key = options.key ?? "required";
  const meta: Meta = {
    permission,
    errors: options.errors,
    rate: options.rate ?? "usual",
    key,
    ...lifetimeOf(options),
  };
  return {
    input: <I extends StrictInput>(input: I) => ({
      output: <V>(output: z.ZodType<V, V>) => ({
        mutation: (verb: (of: { ctx: CommandCtx; input: z.output<I> }) => Promise<V>) =>
          declaring(options.errors)(
            gated(meta)
              .input(sooner(input))
              .output(answering(output))
              .mutation(({ ctx, input: given }) =>
                asKnown(
                  refusing(ctx, meta, async () => {
                    const parsed: z.output<I> = asKnown(given);
                    try {
                      return await runCommand(
                        ctx.deps,
                        ctx.call,
                        {
                          ...at(permission, parsed),
                          input: parsed,
                          key,
                          audit: options.audit ?? "one",
                          parse: (answer) => output.parse(answer),
                        },
                        (write) => verb({ ctx: write, input: parsed }),
                      );
                    } finally {
                      // Also where the answer was lost: what was written may stand.
                      if (changesCallers(permission)) ctx.deps.callers?.forget();
                      ctx.deps.callers?.forgetMembersOf(ctx.call.org.id);
                    }
                  }),
                ),
              ),
          ),
      }),
    }),
  };
}

/** Whether a command may end a session, or change who somebody is: this process forgets it at once. */
function changesCallers(permission: Permission): boolean {
  return permission.startsWith("identity.") || permission.startsWith("organization.");
}

/**
 * The contract comes before all else, and an older client that is still served goes through its
 * transform; then the rate limit, then who calls, before the input is parsed. It is one middleware,
 * since tRPC copies all that it knows of a call for each.
 */
function gated(meta: Meta) {
  return t.procedure.meta(meta).use(async ({ ctx, path, next, getRawInput: sent }) => {
    const meeting = ctx.contract.meet(path);
    if (meeting.verdict === "client-outdated" || meeting.verdict === "server-behind") {
      throw skewError({ kind: meeting.verdict, procedure: path });
    }
    const { up, down } = meeting.verdict === "transform" ? meeting.transform : {};
    const getRawInput = up === undefined ? sent : async () => up(await sent());
    const raw = await getRawInput();
    const call: Call = await refusing(ctx, meta, async () => {
      if (meta.key !== "query" && ctx.caller.request.calls > 1) {
        return refuse("BAD_INPUT", {
          fields: { batch: "A command is sent alone, never in a batch." },
        });
      }
      await ctx.limit(meta.rate, raw);
      const kind = meta.key === "query" ? "query" : "command";
      refuseUnkeepable(raw);
      return ctx.caller.call(meta.permission, slugOf(raw), kind);
    });
    // Its types take one or the other; it takes both.
    const going: { ctx: { call: Call } } = Object.assign({ ctx: { call } }, { getRawInput });
    const result = await next(going);
    return down === undefined || !result.ok ? result : { ...result, data: down(result.data) };
  });
}

/**
 * tRPC asks a schema to parse by a promise, for which zod takes a way several times as long as its
 * own; none of ours waits for anything, so it is parsed at once.
 */
function sooner<S extends z.ZodType>(schema: S): S {
  schema.parseAsync = async (value: unknown) => schema.parse(value);
  return schema;
}

const answers = new WeakSet<z.ZodType>();

/**
 * Makes the schema let an answer go that is what it says already: parsing would write all of it anew.
 * What it takes to tell is made when it is first asked.
 */
function answering<S extends z.ZodType>(schema: S): S {
  if (answers.has(schema)) return schema;
  answers.add(schema);
  let fits: ReturnType<typeof fitting<S>> | undefined;
  const parse = schema.parse.bind(schema);
  schema.parse = (value: unknown) => {
    fits = fits === undefined ? fitting(schema) : fits;
    return fits?.(value) ? value : parse(value);
  };
  return sooner(schema);
}

/** No field of any procedure takes a text that the database cannot hold, or depth without end. */
function refuseUnkeepable(raw: unknown): void {
  if (isTooDeep(raw)) {
    return refuse("BAD_INPUT", { fields: { input: "This is nested too deeply to be read." } });
  }
  const path = unkeepableText(raw);
  if (path === null) return;
  const sentence = "This holds a character that cannot be kept.";
  refuse("BAD_INPUT", { fields: { [path === "" ? "input" : path]: sentence } });
}

/** tRPC's conditional types of an input and an output are the schemas' own once those are known. */
function asKnown<T>(value: unknown): T {
  return value as T;
}

function slugOf(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null || !("slug" in raw)) return null;
  return typeof raw.slug === "string" ? raw.slug : null;
}

function at(
  permission: Permission,
  input: object,
): { permission: Permission; subjectId: string | null } {
  const { on } = permissionRow(permission);
  if (on === "instance" || on === "org") return { permission, subjectId: null };
  const id = new Map<string, unknown>(Object.entries(input)).get(SUBJECT_FIELD[on]);
  if (typeof id !== "string") throw new Error(`${permission} has no input ${SUBJECT_FIELD[on]}.`);
  return { permission, subjectId: id };
}

import { initTRPC, TRPCError } from "@trpc/server";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { directly } from "./direct.ts";

const MAX = 3;
const t = initTRPC
  .context<{ calls: number }>()
  .meta<{ about: string }>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, path, ctx, type }) => ({
      ...shape,
      data: {
        ...shape.data,
        ...statusOf(error),
        path,
        type,
        calls: ctx?.calls ?? null,
        cause: error.cause?.name,
      },
    }),
  });

/** An error that leaves with another status than its own, as those of skew do. */
function statusOf({ code }: TRPCError) {
  return code === "CONFLICT" ? { httpStatus: 503 } : {};
}

const Word = z.strictObject({ word: z.string() });
const router = t.router({
  echo: t.procedure.input(Word).query(({ input, ctx }) => ({ ...input, calls: ctx.calls })),
  nothing: t.procedure.query(() => undefined),
  optional: t.procedure.input(Word.optional()).query(({ input }) => input ?? null),
  raw: t.procedure.query(async ({ ctx }) => [ctx.calls, null, "ü", { deep: [1.5] }]),
  change: t.procedure.input(Word).mutation(({ input }) => input.word.toUpperCase()),
  conflict: t.procedure.mutation(() => {
    throw new TRPCError({ code: "CONFLICT", message: "Two at once" });
  }),
  broken: t.procedure.query(() => {
    throw new RangeError("Out of range");
  }),
  lying: t.procedure.output(z.object({ yes: z.literal(true) })).query(() => answerOf(false)),
  inner: t.router({ echo: t.procedure.input(Word).query(({ input }) => input) }),
  told: t.procedure
    .use(({ ctx, next }) => next({ ctx: { calls: ctx.calls + 1, who: "otter" } }))
    .meta({ about: "rivers" })
    .input(z.object({ word: z.string() }))
    .use(({ input, next }) => next({ ctx: { heard: input } }))
    .input(z.object({ more: z.number().optional() }))
    .query(({ ctx, input, path }) => ({ ctx, input, path })),
  meant: t.procedure
    .meta({ about: "rivers" })
    .use(({ meta, next }) => next({ ctx: { meta } }))
    .query(({ ctx }) => ctx),
  turned: t.procedure
    .use(({ next, ...options }) => {
      const getRawInput = async () => ({ word: JSON.stringify(await options.getRawInput()) });
      return next(Object.assign({ ctx: {} }, { getRawInput }));
    })
    .input(Word)
    .query(({ input }) => input),
  relayed: t.procedure
    .use(async ({ next }) => {
      const result = await next();
      return result.ok ? { ...result, data: { relayed: result.data } } : result;
    })
    .query(() => "river"),
  silent: t.procedure.use(() => z.custom<never>().parse(undefined)).query(() => "never"),
  closed: t.procedure
    .use(() => {
      throw new TRPCError({ code: "FORBIDDEN", message: "Not you" });
    })
    .query(() => "never"),
});

/** What a verb's type promises and its answer does not keep. */
function answerOf(yes: unknown): { yes: true } {
  const answer: { yes: true } = { yes: true };
  return Object.assign(answer, { yes });
}

let ours: FastifyInstance;
let library: FastifyInstance;
let taken = 0;

beforeAll(async () => {
  library = Fastify();
  await library.register(fastifyTRPCPlugin, {
    prefix: "/rpc",
    trpcOptions: {
      router,
      maxBatchSize: MAX,
      allowMethodOverride: true,
      createContext: ({ info }: { info: { calls: readonly unknown[] } }) => ({
        calls: info.calls.length,
      }),
    },
  });
  ours = Fastify();
  ours.removeContentTypeParser("application/json");
  ours.addContentTypeParser("application/json", { parseAs: "string" }, (_req, body, done) =>
    done(null, body),
  );
  const direct = directly<{ calls: number }>(router, MAX);
  ours.post<{ Params: { path: string }; Querystring: { batch?: string } }>(
    "/rpc/:path",
    async (req, res) => {
      const posted = { path: req.params.path, batch: req.query.batch === "1", body: req.body };
      if (!direct.takes(posted, req)) return res.code(501).send();
      taken += 1;
      const { status, body } = await direct.answer(posted, (calls) => ({ calls }));
      return res.code(status).type("application/json").send(body);
    },
  );
});
afterAll(async () => {
  await library.close();
  await ours.close();
});

async function post(app: FastifyInstance, path: string, payload: string, headers = {}) {
  const { statusCode, body } = await app.inject({
    method: "POST",
    url: `/rpc/${path}`,
    headers: { "content-type": "application/json", ...headers },
    payload,
  });
  return { status: statusCode, body };
}

const word = { word: "otter" };

describe("a post that is answered directly", () => {
  it.each([
    ["echo", word],
    ["echo", { word: 1 }],
    ["echo", { ...word, more: 1 }],
    ["echo", null],
    ["nothing", {}],
    ["optional", word],
    ["raw", {}],
    ["change", word],
    ["change", []],
    ["conflict", {}],
    ["broken", {}],
    ["lying", {}],
    ["inner.echo", word],
    ["told", { ...word, more: 1 }],
    ["told", word],
    ["told", { more: "1" }],
    ["told,meant?batch=1", { 0: word }],
    ["meant", {}],
    ["turned", word],
    ["relayed", {}],
    ["silent", {}],
    ["closed", {}],
    ["inner", {}],
    ["toString", {}],
    ["__proto__", {}],
    ["echo.nothing", {}],
    ["gone", {}],
    ["echo,echo", word],
    ["echo?batch=1", { 0: word }],
    ["echo,inner.echo?batch=1", { 0: word, 1: word }],
    ["echo,gone?batch=1", { 0: word }],
    ["conflict,conflict?batch=1", {}],
    ["echo,gone,broken?batch=1", { 0: word, 7: word }],
    ["change,conflict?batch=1", { 0: word }],
    ["optional,nothing?batch=1", {}],
    ["echo?batch=1", []],
    ["echo,raw?batch=1", "text"],
    ["raw?batch=1", null],
    ["echo?batch=0", word],
    ["echo?other=1&batch=1", { 0: word }],
  ])("is %s, as the library answers it", async (path, input) => {
    const before = taken;
    const payload = JSON.stringify(input);
    expect(await post(ours, path, payload)).toEqual(await post(library, path, payload));
    expect(taken).toBe(before + 1);
  });

  it.each(["{", "", "nul", '{"word":'])("is no JSON: %j", async (payload) => {
    for (const path of ["echo", "raw", "echo,raw?batch=1"]) {
      expect(await post(ours, path, payload)).toEqual(await post(library, path, payload));
    }
  });

  it.each([
    ["a stream", "echo?batch=1", { "trpc-accept": "application/jsonl" }],
    ["a stream by accept", "echo?batch=1", { accept: "text/html, application/jsonl" }],
    ["more than a batch may carry", "raw,raw,raw,raw?batch=1", {}],
    ["a query beside a command", "echo,change?batch=1", {}],
    ["a name that is written otherwise", "%2565cho", {}],
    ["parameters of a connection", "echo?connectionParams=1", {}],
  ])("is not %s", async (_what, path, headers) => {
    expect((await post(ours, path, "{}", headers)).status).toBe(501);
  });
});

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type FastifyHandlerOptions, fastifyRequestHandler } from "@trpc/server/adapters/fastify";
import type { TRPCError } from "@trpc/server";
import { z } from "zod";
import { MAX_BATCH } from "../batch.ts";
import type { Context } from "../context.ts";
import { logUnlogged } from "../log-unlogged.ts";
import { retryAfter } from "../refusal.ts";
import { type AppRouter, appRouter } from "../router.ts";
import { directly } from "./direct.ts";

const PATH = "/api/trpc/:path";
const OTHERS = ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"];

const Params = z.object({ path: z.string() });

/**
 * The door of tRPC's clients. What ours send, a JSON post of one call or a batch, is answered
 * directly; everything else that the protocol knows is the library's adapter's.
 */
export async function addRpc(
  app: FastifyInstance,
  contextOf: (req: FastifyRequest, res: FastifyReply, calls: number) => Context,
): Promise<void> {
  const direct = directly<Context>(appRouter, MAX_BATCH);
  const byLibrary = (req: FastifyRequest, res: FastifyReply) => {
    const options: FastifyHandlerOptions<AppRouter, FastifyRequest, FastifyReply> = {
      router: appRouter,
      allowMethodOverride: true,
      maxBatchSize: MAX_BATCH,
      onError: ({ error, path }) => logUnlogged(req, path, error),
      createContext: ({ info }) => contextOf(req, res, info.calls.length),
      responseMeta: ({ errors }: { errors: TRPCError[] }) => ({ headers: retryAfter(errors) }),
    };
    return fastifyRequestHandler({ ...options, req, res, path: pathOf(req) });
  };
  await app.register(async (scope) => {
    scope.removeContentTypeParser("application/json");
    scope.addContentTypeParser("application/json", { parseAs: "string" }, (_req, body, done) =>
      done(null, body),
    );
    scope.route({ method: OTHERS, url: PATH, handler: byLibrary });
    scope.post(PATH, async (req, res) => {
      const posted = { path: pathOf(req), batch: isBatch(req.url), body: req.body };
      if (!direct.takes(posted, req)) return byLibrary(req, res);
      const answered = await direct.answer(posted, (calls) => contextOf(req, res, calls));
      for (const error of answered.errors) logUnlogged(req, posted.path, error);
      return res
        .code(answered.status)
        .headers({
          "content-type": "application/json",
          vary: "trpc-accept, accept",
          ...retryAfter(answered.errors),
        })
        .send(answered.body);
    });
  });
}

function pathOf(req: FastifyRequest): string {
  return Params.parse(req.params).path;
}

function isBatch(url: string): boolean {
  return url.includes("?") && new URLSearchParams(url.slice(url.indexOf("?"))).get("batch") === "1";
}

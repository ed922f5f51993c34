import { TRPCError } from "@trpc/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Context } from "../context.ts";
import { formatError } from "../format-error.ts";
import { logUnlogged } from "../log-unlogged.ts";
import { type ErrorData, retryAfter } from "../refusal.ts";

/** Of which call an error is; of a route that is no procedure, neither is known. */
export type Asked = { ctx?: Context; path?: string };

/** Answers with what the work gives, or with the error as any procedure would word it. */
export async function answering(
  req: FastifyRequest,
  res: FastifyReply,
  work: () => Promise<unknown>,
  { ctx, path }: Asked = {},
): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof TRPCError ? error : unexpected(error);
    logUnlogged(req, path, known);
    const { httpStatus, ...data } = formatError(known, ctx, path).data;
    return res
      .code(httpStatus)
      .headers(waiting(data))
      .send({ ...data, requestId: req.id });
  }
}

const Waiting = z.object({ seconds: z.int().positive() });

/** When it may be tried again: after the seconds that a limit counts, or once the server is new. */
function waiting({ kind, facts }: ErrorData): Record<string, string> {
  if (kind === "behind") return retryAfter([new TRPCError({ code: "SERVICE_UNAVAILABLE" })]);
  const { data } = Waiting.safeParse(facts);
  return data === undefined ? {} : { "retry-after": String(data.seconds) };
}

function unexpected(error: unknown): TRPCError {
  if (error instanceof z.ZodError) return new TRPCError({ code: "BAD_REQUEST", cause: error });
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error });
}

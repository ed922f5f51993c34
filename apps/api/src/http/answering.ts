import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { logEvent } from "../read-request.ts";
import { type ErrorData, errorData } from "../refusal.ts";

/** Answers with what the work gives, or with the error as any procedure would word it. */
export async function answering(
  req: FastifyRequest,
  res: FastifyReply,
  work: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof TRPCError ? error : unexpected(req, error);
    const data = errorData(known, req.id);
    const seconds = secondsToWait(data);
    if (seconds !== null) void res.header("retry-after", String(seconds));
    return res.code(getHTTPStatusCodeFromError(known)).send(data);
  }
}

const Waiting = z.object({ seconds: z.int().positive() });
/** How long a replica takes to be replaced, about. */
const BEHIND_SECONDS = 5;

function secondsToWait({ kind, facts }: ErrorData): number | null {
  if (kind === "behind") return BEHIND_SECONDS;
  return kind === "too_many" ? (Waiting.safeParse(facts).data?.seconds ?? null) : null;
}

function unexpected(req: FastifyRequest, error: unknown): TRPCError {
  if (error instanceof z.ZodError) return new TRPCError({ code: "BAD_REQUEST", cause: error });
  logEvent(req, { level: "error", message: "A call could not be answered for", error });
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new Error("internal") });
}

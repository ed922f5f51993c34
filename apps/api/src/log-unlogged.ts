import type { TRPCError } from "@trpc/server";
import type { FastifyRequest } from "fastify";
import { logEvent } from "./read-request.ts";
import { isUnlogged } from "./refusal.ts";

/** Logs an error of ours that no procedure has logged: no 500 leaves without a line. */
export function logUnlogged(req: FastifyRequest, path: string | undefined, error: TRPCError): void {
  if (!isUnlogged(error)) return;
  logEvent(req, { level: "error", message: `${path ?? "A call"} could not be answered`, error });
}

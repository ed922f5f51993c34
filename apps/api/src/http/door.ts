import { httpPath } from "@rubric/contract/openapi";
import { callTRPCProcedure, TRPCError } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Context } from "../context.ts";
import { gateRefusal } from "../refusal.ts";
import { appRouter } from "../router.ts";
import { answering, type Asked } from "./answering.ts";

/** What the path of every procedure begins with. */
export const PREFIX = "/api/v1";

const Built = z.object({ type: z.enum(["query", "mutation"]) });

/** Every procedure by its one address: `/api/v1/job/list` is `job.list`. */
const doors = new Map(
  Object.entries(appRouter._def.procedures).map(([path, built]: [string, unknown]) => [
    httpPath(PREFIX, path),
    { path, type: Built.parse(definitionOf(built)).type },
  ]),
);

/**
 * The plain HTTP door: `POST /api/v1/<feature>/<verb>` with the input as JSON runs the procedure of
 * that name as tRPC runs it, and answers with its output, or with the error's data and status.
 */
export async function addHttpDoor(
  app: FastifyInstance,
  makeContextOf: (req: FastifyRequest, res: FastifyReply, calls: number) => Context,
): Promise<void> {
  const contextOf = (req: FastifyRequest, res: FastifyReply) => makeContextOf(req, res, 1);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/json", { parseAs: "string" }, (_req, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler(refuseUnread);
    scope.addHook("onRequest", async (req, res) => {
      const address = addressOf(req);
      if (!doors.has(address)) return answering(req, res, nothing, ofNothing(address, req, res));
      if (req.method === "POST") return;
      const sentence = "Every procedure is called by POST, with its input as JSON.";
      return res
        .code(405)
        .header("allow", "POST")
        .send(gateRefusal("input", sentence, req.id));
    });
    scope.all(`${PREFIX}/*`, (req, res) => {
      const found = doors.get(addressOf(req));
      if (found === undefined) return answering(req, res, nothing);
      const ctx = contextOf(req, res);
      const getRawInput = async () => inputOf(req.body);
      const call = { ...found, ctx, getRawInput, signal: undefined, batchIndex: 0 };
      return answering(req, res, () => callTRPCProcedure({ ...call, router: appRouter }), call);
    });
  });

  /** A procedure that was removed is skew, and not a caller's error, where contracts differ. */
  function ofNothing(address: string, req: FastifyRequest, res: FastifyReply): Asked {
    const path = address.slice(PREFIX.length + 1).replaceAll("/", ".");
    return { ctx: contextOf(req, res), path };
  }
}

function definitionOf(built: unknown): unknown {
  return typeof built === "function" && "_def" in built ? built._def : undefined;
}

const Address = z.object({ "*": z.string() });

function addressOf(req: FastifyRequest): string {
  return `${PREFIX}/${Address.safeParse(req.params).data?.["*"] ?? ""}`;
}

async function nothing(): Promise<never> {
  throw new TRPCError({ code: "NOT_FOUND" });
}

function inputOf(body: unknown): unknown {
  if (typeof body !== "string" || body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new TRPCError({ code: "PARSE_ERROR", cause });
  }
}

/** What Fastify itself refuses before the body is read: too large, another type, cut off. */
function refuseUnread(error: unknown, req: FastifyRequest, res: FastifyReply) {
  const status = Refused.safeParse(error).data?.statusCode;
  if (status === undefined) return answering(req, res, () => Promise.reject(error));
  const sentence =
    status === 413
      ? "This is larger than what one call may carry."
      : status === 415
        ? "Send this as application/json."
        : "The body of this request could not be read.";
  return res.code(status).send(gateRefusal("input", sentence, req.id));
}

const Refused = z.object({ statusCode: z.int().min(400).max(499) });

import { httpPath } from "@rubric/contract/openapi";
import type { Deps } from "@rubric/domain/execution";
import { callTRPCProcedure, TRPCError } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { makeContext } from "../context.ts";
import type { Limit } from "../rate-limit.ts";
import { type Door, logEvent, readRequest } from "../read-request.ts";
import { gateRefusal } from "../refusal.ts";
import { appRouter } from "../router.ts";
import { answering } from "./answering.ts";

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
  deps: Deps,
  { door, limit }: { door: Door; limit: Limit },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/json", { parseAs: "string" }, (_req, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler(refuseUnread);
    scope.addHook("onRequest", async (req, res) => {
      if (doorOf(req) === undefined) return notFound(req, res);
      if (req.method !== "POST") return wrongMethod(req, res);
    });
    scope.all(`${PREFIX}/*`, (req, res) =>
      answering(req, res, async () => {
        const found = doorOf(req);
        if (found === undefined) throw new TRPCError({ code: "NOT_FOUND" });
        const request = readRequest(req, res, door, 1);
        return callTRPCProcedure({
          ...found,
          router: appRouter,
          ctx: makeContext(deps, request, limit, (event) => logEvent(req, event)),
          getRawInput: async () => inputOf(req.body),
          signal: undefined,
          batchIndex: 0,
        });
      }),
    );
  });
}

function definitionOf(built: unknown): unknown {
  return typeof built === "function" && "_def" in built ? built._def : undefined;
}

const Address = z.object({ "*": z.string() });

function doorOf(req: FastifyRequest) {
  const { data } = Address.safeParse(req.params);
  return data === undefined ? undefined : doors.get(`${PREFIX}/${data["*"]}`);
}

function inputOf(body: unknown): unknown {
  if (typeof body !== "string" || body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new TRPCError({ code: "PARSE_ERROR", cause });
  }
}

async function notFound(req: FastifyRequest, res: FastifyReply) {
  return answering(req, res, async () => {
    throw new TRPCError({ code: "NOT_FOUND" });
  });
}

function wrongMethod(req: FastifyRequest, res: FastifyReply) {
  const sentence = "Every procedure is called by POST, with its input as JSON.";
  return res
    .code(405)
    .header("allow", "POST")
    .send(gateRefusal("input", sentence, req.id));
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

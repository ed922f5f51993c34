import { tokenHash } from "@rubric/domain/identity";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Request } from "./caller.ts";
import type { Context } from "./context.ts";
import type { sessionCookie } from "./cookies.ts";
import { VISITOR_HEADER, type VisitorSeal } from "./visitor.ts";

const SESSION_SECONDS = 60 * 86_400;

/** What reads and writes the parts of a request that only this door understands. */
export type Door = { cookie: ReturnType<typeof sessionCookie>; visitor: VisitorSeal };

/**
 * The access token of an Authorization header, or null where there is none. A request with one is a
 * program's: cookie and candidate's link are not looked at, and no page of ours need have sent it.
 */
export function bearerOf(req: Pick<FastifyRequest, "headers">): string | null {
  const found = /^bearer(?:\s+(.*))?$/i.exec(req.headers.authorization?.trim() ?? "");
  return found === null ? null : (found[1] ?? "").trim();
}

/** What the transport knows of an HTTP request that carries `calls` calls. */
export function readRequest(
  req: FastifyRequest,
  res: FastifyReply,
  { cookie, visitor }: Door,
  calls: number,
): Request {
  const bearer = bearerOf(req);
  const bare = bearer === null;
  const sealed = headerOf(req, VISITOR_HEADER);
  const token = bare ? cookie.read(req.headers.cookie) : null;
  return {
    origin: {
      ip: (sealed === null ? null : visitor.open(sealed, Date.now())) ?? req.ip,
      requestId: req.id,
      userAgent: headerOf(req, "user-agent") ?? "",
    },
    bearer,
    sessionHash: token === null ? null : tokenHash(token),
    candidateLink: bare ? headerOf(req, "x-candidate-link") : null,
    orgSlug: headerOf(req, "x-org"),
    key: headerOf(req, "idempotency-key"),
    calls,
    tell: (header, value) => {
      void res.header(header, value);
    },
    issueSession: (token) => {
      void res.header("set-cookie", cookie.write(token, SESSION_SECONDS));
    },
  };
}

/** Logs an event of a request. */
export function logEvent(req: FastifyRequest, event: Parameters<Context["log"]>[0]): void {
  const { level, message, error } = event;
  req.log[level](error === undefined ? {} : { err: error }, message);
}

/** A header's text, cut where no header of ours is longer; null without one. */
export function headerOf(req: FastifyRequest, name: string): string | null {
  const value = req.headers[name];
  return typeof value === "string" && value !== "" ? value.slice(0, 500) : null;
}

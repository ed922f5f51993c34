import type { FastifyInstance, FastifyRequest } from "fastify";
import { bearerOf } from "./read-request.ts";
import { gateRefusal } from "./refusal.ts";

/**
 * Lets an unsafe request to `/api` through only from our own pages: `Sec-Fetch-Site: same-origin`,
 * else an exact `Origin`; and only as JSON, for a form can be posted from anywhere without asking.
 * Uploads are multipart and pass the same gate of origin. A request with an access token comes from
 * a program: no browser adds that header by itself, and its cookie, if any, is not looked at.
 */
export function addOriginGate(app: FastifyInstance, publicUrl: string): void {
  const { origin } = new URL(publicUrl);
  app.addHook("onRequest", (request, reply, done) => {
    if (!isOfApi(request) || isSafe(request.method)) return done();
    if (bearerOf(request) === null && !isOurs(request, origin)) {
      const sentence = "This request does not come from one of our pages.";
      return void reply.code(403).send(gateRefusal("forbidden", sentence, request.id));
    }
    const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
    const wanted = isUpload(request) ? "multipart/form-data" : "application/json";
    if (type === wanted) return done();
    return void reply.code(415).send(gateRefusal("input", `Send this as ${wanted}.`, request.id));
  });
}

/** By the route, not by the path as it was written: "/%61pi" leads to the same one. */
export function isOfApi({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith("/api/") ?? false;
}

function isUpload({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith("/api/upload") ?? false;
}

function isSafe(method: string): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

function isOurs(request: FastifyRequest, origin: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return request.headers.origin === origin;
}

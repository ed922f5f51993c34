import proxy from "@fastify/http-proxy";
import type { Deps } from "@rubric/domain/execution";
import { CONTRACT_HEADER, type Handshake, writeMark } from "@rubric/contract/handshake";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { randomUUID } from "node:crypto";
import { makeContext } from "./context.ts";
import { contractsOf } from "./contract/meeting.ts";
import { ownHandshake } from "./contract/open.ts";
import { usageNotes } from "./contract/usage.ts";
import { sessionCookie } from "./cookies.ts";
import { describeError } from "./describe-error.ts";
import type { Env } from "./env.ts";
import { addFiles } from "./files.ts";
import { addHttpDoor } from "./http/door.ts";
import { addReference } from "./http/reference.ts";
import { makeMetrics, type Metrics } from "./metrics.ts";
import { addOriginGate, isOfApi } from "./origin-gate.ts";
import { makeLimit } from "./rate-limit.ts";
import { type Door, headerOf, logEvent, readRequest } from "./read-request.ts";
import { OneLineARequest } from "./request-log.ts";
import { addRpc } from "./rpc/door.ts";
import { contentPolicy, newNonce, securityHeaders } from "./security-headers.ts";
import { VISITOR_HEADER, visitorSeal } from "./visitor.ts";

export type AppOptions = Pick<
  Env,
  "PUBLIC_URL" | "WEB_URL" | "TRUSTED_PROXIES" | "VISITOR_KEY" | "LOG_LEVEL" | "NODE_ENV"
>;

/** The one public door: `/api` here, everything else from `web`. */
export async function makeApp(
  deps: Deps,
  options: AppOptions,
  {
    handshake = ownHandshake(),
    metrics = makeMetrics(),
    ...log
  }: {
    stream?: { write(line: string): void };
    handshake?: Handshake;
    metrics?: Metrics;
  } = {},
): Promise<FastifyInstance> {
  const development = options.NODE_ENV === "development";
  const app = Fastify({
    logger: { level: options.LOG_LEVEL, serializers: SERIALIZERS, ...log },
    logController: new OneLineARequest(),
    trustProxy: options.TRUSTED_PROXIES === "" ? false : options.TRUSTED_PROXIES.split(","),
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 5000 },
    bodyLimit: 2 * 1024 * 1024,
  });
  const always = securityHeaders(options.PUBLIC_URL.startsWith("https:"));
  const ofApi = { "cache-control": "no-store", [CONTRACT_HEADER]: writeMark(handshake.own) };
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(always).header("x-request-id", request.id);
    if (isOfApi(request)) reply.headers(ofApi);
    done();
  });
  const usage = usageNotes(deps.db, (error) => app.log.error(error, "Usage was not noted"));
  app.addHook("onClose", () => usage.close());
  addOriginGate(app, options.PUBLIC_URL);
  app.get("/api/health", async () => ({ up: true }));
  const limit = makeLimit();
  const door = {
    cookie: sessionCookie(options.PUBLIC_URL),
    visitor: visitorSeal(options.VISITOR_KEY),
  };
  const contractOf = contractsOf(handshake, metrics, usage);
  const contextOf = (req: FastifyRequest, res: FastifyReply, calls: number) =>
    makeContext(deps, readRequest(req, res, door, calls), {
      limit,
      contract: contractOf(headerOf(req, CONTRACT_HEADER)),
      log: (event) => logEvent(req, event),
    });
  await addRpc(app, contextOf);
  await addHttpDoor(app, contextOf);
  addReference(app, door.cookie.name);
  await addFiles(app, deps, { door, limit });
  if (options.WEB_URL !== undefined)
    await addWeb(app, options.WEB_URL, { visitor: door.visitor, development });
  return app;
}

const SERIALIZERS = { req: describeRequest, err: (error: Error) => describeError(error) };

/** Pages that a link opens carry its secret in the path: it never reaches the log. */
function describeRequest(req: FastifyRequest) {
  return {
    method: req.method,
    url: req.url.replace(/\/(me|join|reset)\/[^/?]+/, "/$1/…").replace(/\?.*$/, ""),
    ip: req.ip,
  };
}

async function addWeb(
  app: FastifyInstance,
  upstream: string,
  { visitor, development }: Pick<Door, "visitor"> & { development: boolean },
): Promise<void> {
  const policies = new WeakMap<object, string>();
  await app.register(proxy, {
    upstream,
    // It would write whole addresses, with the secrets that they carry.
    disableRequestLogging: true,
    websocket: development,
    preHandler: async (request, reply) => {
      const policy = contentPolicy(newNonce(), development);
      policies.set(request, policy);
      void reply.header("content-security-policy", policy);
    },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => {
        const policy = policies.get(request) ?? "";
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
        return {
          ...headers,
          "content-security-policy": policy,
          "x-nonce": nonce,
          "x-request-id": request.id,
          [VISITOR_HEADER]: visitor.seal(request.ip, Date.now()),
        };
      },
    },
  });
}

import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { explain } from "@rubric/domain/errors";
import { z } from "zod";
import { passOn } from "./pass-on.ts";
import { portOf } from "./processes.ts";

/** What becomes of the calls that the web server makes for one session. */
const Order = z.strictObject({
  /** The value of the session cookie; of somebody who is not signed in, any. */
  session: z.string(),
  /** Held until the next order, failed by the API, never answered, or refused: no sign-up here. */
  how: z.enum(["pass", "hold", "fail", "down", "closed"]),
});
export type Order = z.infer<typeof Order>;

/** The address at which orders are taken. */
export const ORDERS = "/between";

/** Who somebody is must be known for a page to begin at all. */
const NEVER_TOUCHED = "/api/trpc/identity.me";

/** As the API answers what nobody foresaw. */
export const FAILURE = {
  error: {
    message: "internal",
    code: -32_603,
    data: {
      code: "INTERNAL",
      kind: "internal",
      sentence: "Something went wrong on our side. Nothing was changed.",
      lift: "Try again; if it stays, give the request id to whoever runs this server.",
      facts: {},
      fields: {},
      requestId: "01990000-0000-7000-8000-00000000e2e0",
    },
  },
};

/** As the API answers where nobody may create an organization. */
const CLOSED = {
  result: { data: { first: false, closed: explain({ code: "SIGN_UP_CLOSED", facts: {} }) } },
};

/**
 * Stands between the web server and the API, so that a test sees a page as it is while its data is
 * on the way, and when its data does not come. Calls without an order pass.
 */
export async function startBetween(
  apiUrl: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const orders = new Map<string, Order["how"]>();
  const held = new Map<string, (() => void)[]>();
  const agent = new Agent({ keepAlive: true });

  function take({ session, how }: Order): void {
    orders.set(session, how);
    for (const goOn of held.get(session) ?? []) goOn();
    held.delete(session);
  }

  async function answer(call: IncomingMessage, reply: ServerResponse): Promise<void> {
    if (call.url === ORDERS) {
      take(Order.parse(await json(call)));
      reply.end();
      return;
    }
    const session = /rubric_session=([^;]+)/.exec(call.headers.cookie ?? "")?.[1] ?? "";
    const spared = call.url?.startsWith(NEVER_TOUCHED) === true;
    if (orders.get(session) === "hold" && !spared) {
      await new Promise<void>((goOn) => held.set(session, [...(held.get(session) ?? []), goOn]));
    }
    const how = orders.get(session) ?? "pass";
    if (how === "down") {
      reply.destroy();
      return;
    }
    if ((how === "fail" || how === "closed") && !spared) {
      reply.writeHead(how === "fail" ? 500 : 200, { "content-type": "application/json" });
      reply.end(JSON.stringify(how === "fail" ? FAILURE : CLOSED));
      return;
    }
    passOn(call, reply, { base: apiUrl, agent });
  }

  const server = createServer({ keepAliveTimeout: 75_000 }, (call, reply) => {
    answer(call, reply).catch(() => reply.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    stop: async () => {
      server.closeAllConnections();
      agent.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

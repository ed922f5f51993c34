import { once } from "node:events";
import { createServer } from "node:http";
import { LIMITS } from "@rubric/domain/limits";
import { describe, expect, it } from "vitest";
import { PUBLIC_URL, useApi, VISITOR_KEY } from "../test/api.ts";
import { makeApp } from "./app.ts";

const api = useApi();
const url = "/api/trpc/identity.signOut";

describe("the gate of origin", () => {
  const json = { "content-type": "application/json" };

  it.each([
    ["a foreign Origin", { ...json, origin: "https://evil.test" }],
    ["no Origin at all", json],
    ["Sec-Fetch-Site cross-site", { ...json, origin: PUBLIC_URL, "sec-fetch-site": "cross-site" }],
    ["Sec-Fetch-Site same-site", { ...json, origin: PUBLIC_URL, "sec-fetch-site": "same-site" }],
  ])("refuses %s", async (_name, headers) => {
    const answer = await api.app.inject({ method: "POST", url, headers, payload: "{}" });
    expect(answer.statusCode).toBe(403);
  });

  it.each(["multipart/form-data; boundary=x", "text/plain", "application/x-www-form-urlencoded"])(
    "refuses a body of %s",
    async (type) => {
      const headers = { "content-type": type, origin: PUBLIC_URL };
      const answer = await api.app.inject({ method: "POST", url, headers, payload: "{}" });
      expect(answer.statusCode).toBe(415);
    },
  );

  it("is not gone round by another spelling of the path", async () => {
    const headers = { ...json, origin: "https://evil.test", "sec-fetch-site": "cross-site" };
    for (const spelt of ["/%61pi/trpc/identity.signOut", "/api/%74rpc/identity.signOut"]) {
      const answer = await api.app.inject({ method: "POST", url: spelt, headers, payload: "{}" });
      expect(answer.statusCode).toBe(403);
    }
    const form = { "content-type": "multipart/form-data; boundary=x", origin: "https://evil.test" };
    const upload = {
      method: "POST" as const,
      url: "/%61pi/upload",
      headers: form,
      payload: "--x--",
    };
    expect((await api.app.inject(upload)).statusCode).toBe(403);
  });

  it("refuses a batch of more than 10", async () => {
    const paths = Array.from({ length: 11 }, () => "identity.me").join(",");
    const payload = JSON.stringify(Object.fromEntries(paths.split(",").map((_, i) => [i, {}])));
    const headers = { ...json, origin: PUBLIC_URL };
    const answer = await api.app.inject({
      method: "POST",
      url: `/api/trpc/${paths}?batch=1`,
      headers,
      payload,
    });
    expect(answer.statusCode).toBe(400);
  });

  it("refuses a command in a batch", async () => {
    const headers = { ...json, origin: PUBLIC_URL };
    const answer = await api.app.inject({
      method: "POST",
      url: "/api/trpc/identity.signOut,identity.signOut?batch=1",
      headers,
      payload: '{"0":{},"1":{}}',
    });
    expect(answer.json()).toMatchObject([{ error: { data: { code: "BAD_INPUT" } } }, {}]);
  });
});

it("no answer of the API is kept by a browser or a proxy", async () => {
  const answer = await api.app.inject({ url: "/api/trpc/identity.me?input=%7B%7D" });
  expect(answer.headers["cache-control"]).toBe("no-store");
});

describe("the log", () => {
  it("never holds the secret of a link, whichever page it opens", async () => {
    const web = createServer((_request, response) => void response.end("a page"));
    web.listen(0, "127.0.0.1");
    await once(web, "listening");
    const address = web.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const lines: string[] = [];
    const app = await makeApp(
      { db: api.connection.db, limits: LIMITS, enqueue: async () => {} },
      {
        PUBLIC_URL,
        WEB_URL: `http://127.0.0.1:${port}`,
        TRUSTED_PROXIES: "",
        VISITOR_KEY,
        LOG_LEVEL: "info",
        NODE_ENV: "test",
      },
      { stream: { write: (line) => void lines.push(line) } },
    );
    for (const page of ["/northwind/me/SECRET", "/reset/SECRET", "/join/SECRET?from=SECRET"]) {
      expect((await app.inject({ url: page })).statusCode).toBe(200);
    }
    await app.close();
    web.close();
    expect(lines.join("")).toContain("/northwind/me/…");
    expect(lines.join("")).not.toContain("SECRET");
  });
});

describe("errors", () => {
  it("gives bad input a sentence on its field", async () => {
    const { status, body } = await api.call("identity.signIn", { email: "nobody", password: "x" });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { data: { code: "BAD_INPUT", fields: { email: "This is not an e-mail address." } } },
    });
  });

  it("says nothing of the inside when something breaks", async () => {
    await api.connection.sql`select set_config('app.org', '', false)`;
    const { status, body } = await api.call("identity.signIn", {
      email: "a\u0000@b.test",
      password: "x",
    });
    expect(status).toBeLessThan(500);
    expect(JSON.stringify(body)).not.toMatch(/select|insert|drizzle|postgres/i);
  });

  it("asks who is not signed in to sign in, before reading the input", async () => {
    const { status, body } = await api.call("scorecard.submit", { nonsense: true });
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: { data: { code: "UNAUTHENTICATED" } } });
  });
});

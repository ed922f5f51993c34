import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { givePassword, openSession, PASSWORD } from "../../../../packages/domain/test/instance.ts";
import { makeOrg } from "../../../../packages/domain/test/factories.ts";
import { PUBLIC_URL, useApi } from "../../test/api.ts";

const api = useApi();
const url = "/api/v1/job/list";
const input = { states: [], search: null, mine: false };
let own: Record<string, string> = {};
let email = "";

beforeAll(async () => {
  const { org, cast } = await makeOrg(api);
  const { accountId } = cast.recruiter;
  email = await givePassword(api, org, cast.recruiter);
  own = {
    "content-type": "application/json",
    origin: PUBLIC_URL,
    "x-org": org.slug,
    cookie: `rubric_session=${(await openSession(api, accountId)).token}`,
    "idempotency-key": randomUUID(),
  };
});

type Sent = {
  method?: "GET" | "POST" | "PUT" | "DELETE" | "HEAD" | "OPTIONS" | "PATCH";
  url?: string;
};
const send = (headers: Record<string, string>, payload?: string, of: Sent = {}) =>
  api.app.inject({
    method: "POST",
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
    ...of,
  });

const shape = {
  code: expect.any(String),
  sentence: expect.any(String),
  requestId: expect.any(String),
};

it("answers its own pages", async () => {
  const answer = await send(own, JSON.stringify(input));
  expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([200, "no-store"]);
});

describe("a request of another site with the cookie", () => {
  it.each([
    ["a foreign Origin", { origin: "https://evil.test" }],
    ["no Origin", { origin: "" }],
    ["a sibling", { "sec-fetch-site": "same-site" }],
    ["another site with our Origin", { "sec-fetch-site": "cross-site" }],
  ])("is refused: %s", async (_name, headers) => {
    const answer = await send({ ...own, ...headers }, JSON.stringify(input));
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ ...shape, code: "FORBIDDEN" });
  });

  it("is refused by another spelling of the path", async () => {
    const headers = { ...own, origin: "https://evil.test" };
    for (const spelt of ["/%61pi/v1/job/list", "/api/v1/job%2Flist", "/api/v1/job/l%69st"])
      expect((await send(headers, "{}", { url: spelt })).statusCode).toBe(403);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "cannot send a form: %s",
    async (type) => {
      const answer = await send({ ...own, "content-type": type }, JSON.stringify(input));
      expect(answer.statusCode).toBe(415);
      expect(answer.json()).toMatchObject({ ...shape, code: "BAD_INPUT" });
    },
  );
});

describe("another method", () => {
  it.each(["GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const)(
    "is refused: %s",
    async (method) => {
      const { "content-type": _type, ...headers } = own;
      const json = method === "GET" || method === "HEAD" ? headers : own;
      const answer = await send(json, undefined, { method });
      expect([answer.statusCode, answer.headers.allow]).toEqual([405, "POST"]);
      if (method !== "HEAD") expect(answer.json()).toMatchObject(shape);
    },
  );

  it("reads nothing from the address", async () => {
    const query = `?input=${encodeURIComponent(JSON.stringify(input))}`;
    expect((await send(own, "", { url: `${url}${query}` })).statusCode).toBe(400);
  });
});

describe("an address without a procedure", () => {
  it.each([
    "/api/v1/job",
    "/api/v1/job/list/",
    "/api/v1/job/List",
    "/api/v1/job.list",
    "/api/v1/job/nothing",
    "/api/v1/__proto__/toString",
    "/api/v1/constructor",
    "/api/v1/job/list,job/show?batch=1",
    "/api/v1/",
  ])("is not found: %s", async (address) => {
    const answer = await send(own, "{}", { url: address });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ ...shape, code: "NOT_FOUND" });
  });
});

describe("a body", () => {
  it.each([
    ["none", ""],
    ["no JSON", "{states:[]}"],
    ["a list", "[]"],
    ["a batch", JSON.stringify({ 0: input })],
    ["null", "null"],
    ["__proto__", '{"states":[],"search":null,"mine":false,"__proto__":{"admin":true}}'],
    ["constructor", '{"states":[],"search":null,"mine":false,"constructor":{"prototype":{}}}'],
    [
      "a depth without end",
      `{"states":[],"mine":false,"search":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
    ],
    ["NUL", JSON.stringify({ ...input, search: "a\u0000" })],
  ])("is refused as bad input: %s", async (_name, payload) => {
    const answer = await send(own, payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ ...shape, code: "BAD_INPUT" });
  });

  it("larger than 2 MB is not read", async () => {
    const answer = await send(
      own,
      JSON.stringify({ ...input, search: "x".repeat(2 * 1024 * 1024) }),
    );
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject(shape);
  });
});

it("signs in as the browser does: by a cookie that scripts cannot read", async () => {
  const { "x-org": _org, cookie: _cookie, ...headers } = own;
  const payload = JSON.stringify({ email, password: PASSWORD });
  const answer = await send(headers, payload, { url: "/api/v1/identity/signIn" });
  expect(answer.statusCode).toBe(200);
  expect(String(answer.headers["set-cookie"])).toMatch(/^rubric_session=.*HttpOnly; SameSite=Lax/);
});

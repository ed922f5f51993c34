import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRubricClient } from "./client.ts";
import { CONTRACT } from "./contract.generated.ts";
import { isRefusalOf, isRubricError, RubricNoAnswerError, RubricSkewError } from "./errors.ts";

type Step = (request: IncomingMessage, response: ServerResponse) => void;
type Sent = { path: string | undefined; headers: IncomingMessage["headers"]; body: string };

let steps: Step[] = [];
let sent: Sent[] = [];
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    const step = steps[Math.min(sent.length, steps.length - 1)];
    sent.push({ path: request.url, headers: request.headers, body });
    step?.(request, response);
  });
});
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address === "object" && address !== null) url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  sent = [];
});

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Step =>
  (_request, response) =>
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(body));
const done = (data: unknown) => json(200, { result: { data } });
const refusal = (status: number, code: string, more: object = {}) => {
  const said = { code, kind: "rule", sentence: "It is not so.", lift: null, requestId: "r1" };
  return json(status, {
    error: { message: "", code: -32000, data: { ...said, facts: {}, ...more } },
  });
};
const plain =
  (status: number, headers: Record<string, string> = {}): Step =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "text/html", ...headers }).end("<h1>gateway</h1>");
const cut: Step = (request) => request.socket.destroy();
const silence: Step = () => {};

const client = (more: object = {}) => createRubricClient({ url, token: "rubric_pat_x", ...more });
const thrownBy = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  );
const keys = () => sent.map(({ headers }) => headers["idempotency-key"]);
const applicationId = "01890000-0000-7000-8000-000000000000";

describe("what is sent", () => {
  it("is a POST with token and contract; of an empty input an empty object", async () => {
    steps = [done({ account: null, memberships: [], token: null })];
    await client({ org: "acme" }).identity.me.query();
    expect(sent[0]).toMatchObject({
      path: "/api/trpc/identity.me",
      body: "{}",
      headers: {
        authorization: "Bearer rubric_pat_x",
        "x-contract": `${CONTRACT.contractId};${CONTRACT.releasedAt}`,
        "x-org": "acme",
      },
    });
    expect(sent[0]?.headers["idempotency-key"]).toBeUndefined();
  });

  it("comes from a page's own origin where a candidate calls by their link", async () => {
    steps = [done({})];
    await createRubricClient({ url, candidateLink: "secret" }).candidate.showOwn.query();
    expect(sent[0]?.headers).toMatchObject({ "x-candidate-link": "secret", origin: url });
    expect(sent[0]?.headers.authorization).toBeUndefined();
  });
});

describe("a query", () => {
  it.each([
    ["a connection that is cut", cut],
    ["429", refusal(429, "TOO_MANY")],
    ["a gateway's 502", plain(502)],
    ["503", refusal(503, "BUSY")],
    ["504", plain(504)],
  ])("is asked again after %s", async (_what, step) => {
    steps = [step, done({ found: true })];
    await expect(client().application.show.query({ applicationId })).resolves.toEqual({
      found: true,
    });
    expect(sent).toHaveLength(2);
  });

  it("is asked so many times and no more", async () => {
    steps = [plain(502)];
    const error = await thrownBy(client({ retries: 2 }).application.show.query({ applicationId }));
    expect(error).toBeInstanceOf(RubricNoAnswerError);
    expect(error).toMatchObject({
      reason: "unreachable",
      attempts: 3,
      status: 502,
      idempotencyKey: null,
    });
    expect(sent).toHaveLength(3);
  });

  it("waits as long as it is asked to", async () => {
    steps = [refusal(429, "TOO_MANY", { facts: { seconds: 1 } }), done({})];
    steps[0] = json(429, { error: { message: "", code: -1, data: {} } }, { "retry-after": "1" });
    const began = performance.now();
    await client().application.show.query({ applicationId });
    expect(performance.now() - began).toBeGreaterThan(990);
  });
});

describe("a command", () => {
  it("keeps its key over its retries, and the next one has another", async () => {
    steps = [cut, plain(503), done({}), done({})];
    await client().offer.accept.mutate({ offerId: applicationId });
    await client().offer.accept.mutate({ offerId: applicationId });
    const [first, second, third, other] = keys();
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
  });

  it("has the key that its caller names", async () => {
    steps = [cut, done({})];
    await client().offer.accept.mutate({ offerId: applicationId }, { idempotencyKey: "mine" });
    expect(keys()).toEqual(["mine", "mine"]);
  });

  it("waits for its own earlier attempt, and not for another's", async () => {
    const running = refusal(409, "KEY_IN_FLIGHT");
    steps = [cut, running, done({ kept: true })];
    await expect(client().offer.accept.mutate({ offerId: applicationId })).resolves.toEqual({
      kept: true,
    });
    sent = [];
    steps = [running];
    const error = await thrownBy(client().offer.accept.mutate({ offerId: applicationId }));
    expect(isRubricError(error, "KEY_IN_FLIGHT")).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it("without a key is sent once", async () => {
    for (const step of [cut, plain(503), refusal(429, "TOO_MANY")]) {
      sent = [];
      steps = [step];
      await thrownBy(client().identity.signIn.mutate({ email: "a@b.test", password: "x" }));
      expect(keys()).toEqual([undefined]);
    }
  });
});

describe("a refusal", () => {
  it.each([400, 401, 403, 404, 409, 422, 500])("of status %i stands", async (status) => {
    steps = [refusal(status, "QUORUM_NOT_MET", { facts: { needed: 2, counted: 1 }, law: 4 })];
    const error = await thrownBy(
      client().debrief.close.mutate({ applicationId, stageId: applicationId }),
    );
    expect(sent).toHaveLength(1);
    if (!isRubricError(error, "QUORUM_NOT_MET")) throw error;
    expect(error.facts.needed - error.facts.counted).toBe(1);
    expect(error).toMatchObject({ law: 4, requestId: "r1", procedure: "debrief.close" });
    expect(error.message).toBe("It is not so.");
    expect(isRefusalOf(client().debrief.close, error)).toBe(true);
    expect(isRefusalOf(client().debrief.open, error)).toBe(false);
    expect(isRubricError(error, "NOT_FOUND")).toBe(false);
  });
});

describe("time", () => {
  it("is bounded for each attempt, by the client and by the call", async () => {
    steps = [silence];
    const call = client({ retries: 1 }).offer.accept.mutate(
      { offerId: applicationId },
      { timeoutMs: 40 },
    );
    const error = await thrownBy(call);
    expect(error).toMatchObject({ reason: "timeout", attempts: 2, idempotencyKey: keys()[0] });
    expect(new Set(keys()).size).toBe(1);
    sent = [];
    const bounded = client({ timeoutMs: 40 }).identity.me.query({}, { retries: 0 });
    expect(await thrownBy(bounded)).toMatchObject({ reason: "timeout", attempts: 1 });
  });

  it("ends with its caller's reason, while a call is under way and between two", async () => {
    const reason = new Error("left");
    for (const step of [silence, cut]) {
      sent = [];
      steps = [step];
      const leaving = new AbortController();
      const call = thrownBy(client().identity.me.query({}, { signal: leaving.signal, retries: 9 }));
      while (sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      leaving.abort(reason);
      expect(await call).toBe(reason);
    }
  });
});

describe("skew", () => {
  const skewed = (status: number, kind: string, more = {}) =>
    refusal(status, "ANY", { skew: { kind, procedure: "identity.me" }, ...more });

  it("of an older client is told once, with what to do", async () => {
    steps = [skewed(412, "client-outdated")];
    const error = await thrownBy(client().identity.me.query());
    expect(error).toBeInstanceOf(RubricSkewError);
    expect(error).toMatchObject({
      kind: "client-outdated",
      procedure: "identity.me",
      requestId: "r1",
    });
    expect(String(error)).toContain("Update the client");
    expect(sent).toHaveLength(1);
  });

  it("is what a field that is no longer read is, too", async () => {
    steps = [skewed(400, "client-outdated", { code: "BAD_INPUT", fields: { email: "Not one." } })];
    const error = await thrownBy(client().identity.me.query());
    expect(error).toBeInstanceOf(RubricSkewError);
    expect(error).toMatchObject({ fields: { email: "Not one." } });
  });

  it("of an older server is waited out, a command under its key", async () => {
    steps = [skewed(503, "server-behind"), done({ now: true })];
    await expect(client().offer.accept.mutate({ offerId: applicationId })).resolves.toEqual({
      now: true,
    });
    expect(new Set(keys()).size).toBe(1);
    sent = [];
    steps = [skewed(503, "server-behind")];
    const error = await thrownBy(client({ retries: 1 }).identity.me.query());
    expect(error).toMatchObject({ kind: "server-behind" });
    expect(sent).toHaveLength(2);
  });
});

describe("a list", () => {
  const ask = { states: [], search: null, mine: false };

  it("is read page by page from the cursor that is given, as far as it is asked for", async () => {
    steps = [
      done({ jobs: [{ id: "1" }, { id: "2" }], nextCursor: "c2" }),
      done({ jobs: [], nextCursor: "c3" }),
      done({ jobs: [{ id: "3" }], nextCursor: null }),
    ];
    const ids: string[] = [];
    for await (const { id } of client().job.list.pages({ ...ask, cursor: "c1" })) ids.push(id);
    expect(ids).toEqual(["1", "2", "3"]);
    expect(sent.map(({ body }) => JSON.parse(body).cursor)).toEqual(["c1", "c2", "c3"]);
    sent = [];
    for await (const _row of client().job.list.pages(ask)) break;
    expect(sent).toHaveLength(1);
  });

  it("ends where the server gives one cursor twice", async () => {
    steps = [done({ jobs: [], nextCursor: "c" })];
    await expect(client().job.list.pages(ask).next()).rejects.toThrow("twice");
  });
});

describe("the client itself", () => {
  it("is no promise, and knows what each procedure is called", async () => {
    const rubric = await Promise.resolve(client());
    expect(rubric.scorecard.submit.path).toBe("scorecard.submit");
  });

  it("says what answered if it is not Rubric", async () => {
    steps = [plain(200)];
    expect(await thrownBy(client().identity.me.query())).toMatchObject({
      reason: "unreadable",
      status: 200,
    });
    const nobody = createRubricClient({ url: "http://127.0.0.1:1", token: "x", retries: 0 });
    expect(await thrownBy(nobody.identity.me.query())).toMatchObject({
      reason: "unreachable",
      status: null,
    });
  });
});

// What this client does, tried on a server: `RUBRIC_SUITE='{"url":…}' node suite/suite.mjs`.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import {
  CONTRACT,
  createRubricClient,
  isRefusalOf,
  isRubricError,
  RubricError,
  RubricNoAnswerError,
  RubricSkewError,
} from "@rubric/client";

const { url, token, narrowToken, candidateLink, jobId, people } = JSON.parse(
  process.env.RUBRIC_SUITE ?? "{}",
);
const rubric = createRubricClient({ url, token });
const somebody = () => ({
  jobId,
  name: "Ada Quist",
  email: `${randomUUID()}@people.test`,
  phone: "",
  headline: "",
  links: [],
  uploadId: null,
});

/** A client whose requests pass `hook`, which may answer itself; and what was sent. */
function through(hook, options = {}) {
  const sent = [];
  const fetch = async (address, init) => {
    const request = new Request(address, init);
    sent.push(request);
    return (await hook(sent.length, request)) ?? globalThis.fetch(address, init);
  };
  return { client: createRubricClient({ url, token, fetch, ...options }), sent };
}

const answer = (status, headers = {}) => new Response("no", { status, headers });

/** Sends the call under the mark of another contract. */
const marked = (mark) => async (_n, request) => {
  const headers = new Headers(request.headers);
  headers.set("x-contract", mark);
  return fetch(request.url, { method: "POST", headers, body: await request.text() });
};

test("knows whose token it has", async () => {
  const me = await rubric.identity.me.query();
  assert.equal(me.memberships.length, 1);
  assert.equal(me.token.kind, "personal");
});

test("reads a job", async () => {
  const shown = await rubric.job.show.query({ jobId });
  assert.equal(typeof shown, "object");
});

test("reads every page of a list, each row once", async () => {
  const { client, sent } = through(() => null);
  const found = new Set();
  for await (const one of client.candidate.search.pages({ query: "Page" }))
    found.add(one.candidateId);
  assert.equal(found.size, people);
  assert.ok(sent.length > 1, "in more than one page");
});

test("fetches no page that nobody asks for", async () => {
  const { client, sent } = through(() => null);
  for await (const one of client.candidate.search.pages({ query: "Page" })) {
    assert.match(one.name, /^Page/);
    break;
  }
  assert.equal(sent.length, 1);
});

test("adds somebody and reads their application", async () => {
  const { applicationId } = await rubric.candidate.add.mutate(somebody());
  const shown = await rubric.application.show.query({ applicationId });
  assert.equal(shown.candidate.name, "Ada Quist");
  assert.equal(shown.state, "active");
});

test("one key has one effect and one answer", async () => {
  const person = somebody();
  const idempotencyKey = randomUUID();
  const first = await rubric.candidate.add.mutate(person, { idempotencyKey });
  assert.deepEqual(await rubric.candidate.add.mutate(person, { idempotencyKey }), first);
  await assert.rejects(
    rubric.candidate.add.mutate(somebody(), { idempotencyKey }),
    (error) => isRubricError(error, "KEY_REUSED") && error.law === 14,
  );
});

test("a refusal is told apart by its code, and never sent again", async () => {
  const { client, sent } = through(() => null);
  const person = somebody();
  await client.candidate.add.mutate(person);
  await assert.rejects(client.candidate.add.mutate(person), (error) => {
    assert.ok(isRefusalOf(client.candidate.add, error));
    assert.ok(!isRefusalOf(client.candidate.search, error));
    assert.equal(error.code, "ACTIVE_APPLICATION");
    assert.ok(error.requestId);
    return true;
  });
  assert.equal(sent.length, 2);
});

test("a wrong input names its field", async () => {
  // Between two releases that differ here, what cannot be read is skew.
  await assert.rejects(
    rubric.candidate.add.mutate({ ...somebody(), email: "nobody" }),
    (error) =>
      (isRubricError(error, "BAD_INPUT") || error instanceof RubricSkewError) &&
      typeof error.fields.email === "string",
  );
});

test("what is not there is not found", async () => {
  await assert.rejects(
    rubric.application.show.query({ applicationId: "01890000-0000-7000-8000-000000000000" }),
    (error) => isRubricError(error, "NOT_FOUND"),
  );
});

test("a token that is none is refused", async () => {
  const nobody = createRubricClient({ url, token: "rubric_pat_none" });
  await assert.rejects(nobody.home.show.query(), (error) =>
    isRubricError(error, "UNAUTHENTICATED"),
  );
});

test("a token does only what it was made for", async () => {
  const narrow = createRubricClient({ url, token: narrowToken });
  await assert.rejects(
    narrow.candidate.add.mutate(somebody()),
    (error) => isRubricError(error, "SCOPE_MISSING") && error.facts.scope === "candidate.add",
  );
});

test("a candidate calls by their own link", async () => {
  const own = await createRubricClient({ url, candidateLink }).candidate.showOwn.query();
  assert.equal(own.applications.length, 1);
});

test("a query is asked again when it may pass, not sooner than the server asked for", async () => {
  const { client, sent } = through((n) => (n === 1 ? answer(503, { "retry-after": "1" }) : null));
  const began = Date.now();
  await client.identity.me.query();
  assert.equal(sent.length, 2);
  assert.ok(Date.now() - began >= 990);
});

test("a command whose answer was lost is sent again with its key, and done once", async () => {
  const person = somebody();
  const { client, sent } = through(async (n, request) => {
    if (n > 1) return null;
    await fetch(request);
    throw new TypeError("the connection was cut");
  });
  const { applicationId } = await client.candidate.add.mutate(person);
  assert.equal(sent.length, 2);
  const keys = sent.map((request) => request.headers.get("idempotency-key"));
  assert.ok(keys[0] && keys[0] === keys[1]);
  const found = await rubric.candidate.search.query({ query: person.email });
  assert.deepEqual(
    found.candidates.flatMap((one) => one.applications.map((of) => of.applicationId)),
    [applicationId],
  );
});

test("no answer in time is its own error, with the key to go on with", async () => {
  const silent = (_n, request) =>
    new Promise((_resolve, reject) => {
      request.signal.addEventListener("abort", () => reject(request.signal.reason));
    });
  const { client } = through(silent, { timeoutMs: 50, retries: 1 });
  await assert.rejects(client.candidate.add.mutate(somebody()), (error) => {
    assert.ok(error instanceof RubricNoAnswerError);
    assert.equal(error.reason, "timeout");
    assert.equal(error.attempts, 2);
    assert.equal(typeof error.idempotencyKey, "string");
    return true;
  });
});

test("a call that is given up ends with the caller's reason", async () => {
  const reason = new Error("the page was left");
  const ended = rubric.identity.me.query({}, { signal: AbortSignal.abort(reason) });
  await assert.rejects(ended, reason);
});

test("an older client learns that it must be updated", async () => {
  const { client, sent } = through(marked("0000000000000000;2020-01-01T00:00:00Z"));
  await assert.rejects(client.identity.me.query(), (error) => {
    assert.ok(error instanceof RubricSkewError && !(error instanceof RubricError));
    assert.equal(error.kind, "client-outdated");
    assert.match(error.advice, /Update the client/);
    return true;
  });
  assert.equal(sent.length, 1);
});

test("a younger client waits for the server, and says so in the end", async () => {
  const { client, sent } = through(marked("ffffffffffffffff;2199-01-01T00:00:00Z"), { retries: 1 });
  await assert.rejects(
    client.identity.me.query(),
    (error) => error instanceof RubricSkewError && error.kind === "server-behind",
  );
  assert.equal(sent.length, 2);
});

test("every call names the contract of this client", async () => {
  const { client, sent } = through(() => null);
  await client.identity.me.query();
  const mark = `${CONTRACT.contractId};${CONTRACT.releasedAt}`;
  assert.equal(sent[0].headers.get("x-contract"), mark);
});

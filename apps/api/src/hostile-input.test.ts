import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { openSession } from "../../../packages/domain/test/instance.ts";
import { PUBLIC_URL, useApi } from "../test/api.ts";
import { makeSubjects, makeWorld, type Subjects, type World } from "../test/world.ts";

const api = useApi();
let world: World;
let subjects: Subjects;
let cookie = "";

beforeAll(async () => {
  world = await makeWorld(api);
  const { cast, org, job } = world;
  const { interviewer: author, approver, recruiter: writer } = cast;
  subjects = await makeSubjects(api, org, job, { author, approver, writer });
  cookie = `rubric_session=${(await openSession(api, cast.recruiter.accountId)).token}`;
});

const call = (path: string, input: object) =>
  api.call(path, input, { cookie, org: world.org.slug });

describe("what the database cannot hold", () => {
  it.each(["no\u0000body", "half \ud800 a character"])("is a field error: %j", async (text) => {
    const { applicationId } = subjects;
    const nextWordAt = new Date(Date.now() + 86_400_000).toISOString();
    const calls = [
      ["application.hold", { applicationId, reason: text, nextWordAt }, "reason"],
      ["application.message", { applicationId, text, nextWordAt, question: null }, "text"],
      ["application.addNote", { applicationId, kind: "logistics", text }, "text"],
      ["candidate.declareRelation", { applicationId, note: text }, "note"],
      ["candidate.search", { query: text }, "query"],
      ["job.list", { states: [], search: text, mine: false }, "search"],
    ] as const;
    for (const [path, input, field] of calls) {
      const { status, body } = await call(path, input);
      expect([path, status]).toEqual([path, 400]);
      const fields = { [field]: "This holds a character that cannot be kept." };
      expect(body).toMatchObject({ error: { data: { code: "BAD_INPUT", fields } } });
    }
  });

  it("is a field error in a cursor, too", async () => {
    const cursor = `0000-01-01T00:00:00.000Z_${subjects.interviewId}`;
    const { body } = await call("interview.list", { scope: "jobs", cursor });
    const fields = { cursor: "This page is gone." };
    expect(body).toMatchObject({ error: { data: { code: "BAD_INPUT", fields } } });
  });
});

describe("what is no JSON", () => {
  it("is called that, at either door", async () => {
    for (const url of ["/api/trpc/job.list", "/api/v1/job/list"]) {
      const answer = await api.app.inject({
        method: "POST",
        url,
        headers: { "content-type": "application/json", origin: PUBLIC_URL, cookie },
        payload: '{"search": "a"',
      });
      expect([url, answer.statusCode]).toEqual([url, 400]);
      expect(answer.body).toContain("This is not JSON");
      expect(answer.body).not.toContain("position");
    }
  });
});

describe("depth without end", () => {
  const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  const send = (path: string, payload: string) =>
    api.app.inject({
      method: "POST",
      url: `/api/trpc/${path}`,
      headers: {
        "content-type": "application/json",
        origin: PUBLIC_URL,
        "idempotency-key": randomUUID(),
        "x-org": world.org.slug,
        cookie,
      },
      payload,
    });

  it.each([
    ["an input", "application.addNote", nested(150_000)],
    ["a resume", "candidate.applyToJob", `{"resume":${nested(3000)}}`],
    ["a query", "job.list", `{"search":${nested(20_000)}}`],
  ])("is no error of ours: %s", async (_, path, payload) => {
    const answer = await send(path, payload);
    expect(answer.statusCode).toBe(400);
    const fields = { input: "This is nested too deeply to be read." };
    expect(answer.json()).toMatchObject({ error: { data: { code: "BAD_INPUT", fields } } });
  });
});

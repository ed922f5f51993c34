import { beforeAll, describe, expect, it } from "vitest";
import { openSession } from "../../../packages/domain/test/instance.ts";
import { useApi } from "../test/api.ts";
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

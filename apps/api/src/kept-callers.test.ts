import { randomUUID } from "node:crypto";
import { keepCallers } from "@rubric/domain/identity";
import { LIMITS } from "@rubric/domain/limits";
import { member } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeJob, makeOrg } from "../../../packages/domain/test/factories.ts";
import { openSession } from "../../../packages/domain/test/instance.ts";
import { PUBLIC_URL, useApi, VISITOR_KEY } from "../test/api.ts";
import { makeApp } from "./app.ts";

const api = useApi();
const HOUR = 3_600_000;

/** The API as a process runs it that knows its callers for an hour. */
async function makeKnowing(tokens: Record<string, string>, slug: string) {
  const { db, look } = api.connection;
  const app = await makeApp(
    {
      db,
      look,
      limits: LIMITS,
      enqueue: async () => {},
      callers: keepCallers(db, { keptMs: HOUR }),
    },
    {
      PUBLIC_URL,
      WEB_URL: undefined,
      TRUSTED_PROXIES: "",
      VISITOR_KEY,
      LOG_LEVEL: "silent",
      NODE_ENV: "test",
    },
  );
  const call = async (who: string, path: string, input: object = {}) => {
    const headers = {
      "content-type": "application/json",
      origin: PUBLIC_URL,
      cookie: `rubric_session=${tokens[who]}`,
      "x-org": slug,
      "idempotency-key": randomUUID(),
    };
    const url = `/api/trpc/${path}`;
    const { statusCode, body } = await app.inject({ method: "POST", url, headers, payload: input });
    return { statusCode, body };
  };
  return { call, close: () => app.close() };
}

describe("a process that knows its callers", () => {
  it("knows nobody any more who has signed out by it", async () => {
    const { org, cast } = await makeOrg(api);
    const { token } = await openSession(api, cast.recruiter.accountId);
    const { call, close } = await makeKnowing({ recruiter: token }, org.slug);
    expect(await call("recruiter", "home.show")).toMatchObject({ statusCode: 200 });
    expect(await call("recruiter", "identity.signOut")).toMatchObject({ statusCode: 200 });
    expect(await call("recruiter", "home.show")).toMatchObject({ statusCode: 401 });
    await close();
  });

  it.each(["of its own", "of another process"])(
    "shows nobody their own application, who became a candidate by a command %s (law 7)",
    async (by) => {
      const { org, cast } = await makeOrg(api);
      const job = await makeJob(api, { org, cast });
      const tokens = {
        recruiter: (await openSession(api, cast.recruiter.accountId)).token,
        manager: (await openSession(api, cast.manager.accountId)).token,
      };
      const [own] = await api.within(org.id, (tx) =>
        tx
          .select({ email: member.email })
          .from(member)
          .where(eq(member.id, cast.recruiter.memberId)),
      );
      const one = await makeKnowing(tokens, org.slug);
      const other = by === "of its own" ? one : await makeKnowing(tokens, org.slug);
      const list = { jobId: job.jobId, stageId: null, state: "active", cursor: null };
      const before = await one.call("recruiter", "application.list", list);
      expect(before).toMatchObject({ statusCode: 200 });
      const added = {
        jobId: job.jobId,
        name: "A Colleague",
        email: own?.email,
        phone: "",
        links: [],
        uploadId: null,
        headline: "",
      };
      expect(await other.call("manager", "candidate.add", added)).toMatchObject({
        statusCode: 200,
      });
      const found = await one.call("manager", "application.list", list);
      expect(found.body).toContain("A Colleague");
      expect(await one.call("recruiter", "application.list", list)).toEqual(before);
      await one.close();
      if (other !== one) await other.close();
    },
  );

  it("knows at once of a member whom a command of its own disabled", async () => {
    const { org, cast } = await makeOrg(api);
    const job = await makeJob(api, { org, cast });
    const tokens = {
      recruiter: (await openSession(api, cast.recruiter.accountId)).token,
      admin: (await openSession(api, cast.admin.accountId)).token,
    };
    const { call, close } = await makeKnowing(tokens, org.slug);
    const list = { jobId: job.jobId, stageId: null, state: "active", cursor: null };
    expect(await call("recruiter", "application.list", list)).toMatchObject({ statusCode: 200 });
    const disabled = { memberId: cast.recruiter.memberId };
    expect(await call("admin", "organization.disableMember", disabled)).toMatchObject({
      statusCode: 200,
    });
    expect((await call("recruiter", "application.list", list)).statusCode).not.toBe(200);
    await close();
  });
});

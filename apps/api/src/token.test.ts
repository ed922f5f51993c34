import { open } from "../../../packages/domain/src/execution/opening.ts";
import { accessToken } from "@rubric/db/schema";
import { AuditListView } from "@rubric/domain/audit/schemas";
import type { Org, StaffMember } from "@rubric/domain/context";
import { PERSONAL_SCOPES, READ_SCOPES } from "@rubric/domain/token/rules";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { within } from "../../../packages/db/test/superuser.ts";
import {
  type Cast,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../../packages/domain/test/factories.ts";
import { PUBLIC_URL, useApi } from "../test/api.ts";
import {
  answerOf,
  callWith,
  cookieOf,
  memberState,
  refusalOf,
  serviceOf,
  tokenOf,
} from "../test/tokens.ts";
import { procedures } from "../test/census.ts";
import { nobody } from "../test/outcome.ts";
import { callerOf } from "./caller.ts";

const api = useApi();
let org: Org;
let cast: Cast;
let other: { org: Org; cast: Cast };
let made: MadeJob;
const JOBS = { states: ["open", "draft"], search: null, mine: false };

beforeAll(async () => {
  ({ org, cast } = await makeOrg(api));
  other = await makeOrg(api);
  made = await makeJob(api, { org, cast });
});

const change = (id: string, values: Partial<typeof accessToken.$inferInsert>) =>
  api.connection.db.update(accessToken).set(values).where(eq(accessToken.id, id));

async function lastEvent() {
  const [row] = await api.connection.db.execute(
    sql`select kind, detail from identity.security_event order by at desc, id desc limit 1`,
  );
  return row;
}

describe("a call with an access token", () => {
  it("needs no page of ours, and answers as its member's session would", async () => {
    const { text } = await tokenOf(api, org, cast.recruiter, ["job.list", "interview.list"]);
    const cookie = await cookieOf(api, cast.recruiter);
    for (const [path, input] of [
      ["job.list", JOBS],
      ["interview.list", { scope: "jobs" }],
    ] as const) {
      const byToken = await callWith(api, text, path, input);
      const bySession = await api.call(path, input, { cookie, org: org.slug });
      expect(byToken.status).toBe(200);
      expect(answerOf(byToken.body)).toEqual(answerOf(bySession.body));
    }
  });

  it("is refused what its scopes do not name, and the refusal names it", async () => {
    const { id, text } = await tokenOf(api, org, cast.recruiter, ["job.list"]);
    const { status, body } = await callWith(api, text, "job.create", { nonsense: true });
    expect(status).toBe(403);
    expect(refusalOf(body)).toMatchObject({
      code: "SCOPE_MISSING",
      facts: { scope: "job.create" },
      sentence: "This access token was not given the scope job.create.",
    });
    expect(await lastEvent()).toMatchObject({
      kind: "SCOPE_MISSING",
      detail: { procedure: "job.create", token: id },
    });
  });

  it("reaches no further than its member's own roles, whatever its scopes", async () => {
    const { text } = await tokenOf(api, org, cast.engineer, PERSONAL_SCOPES);
    const { body } = await callWith(api, text, "organization.listMembers", {});
    expect(refusalOf(body)).toMatchObject({ code: "FORBIDDEN" });
    const { body: job } = await callWith(api, text, "job.show", { jobId: made.jobId });
    expect(refusalOf(job)).toMatchObject({ code: "FORBIDDEN" });
  });

  it("names its organization: another one's page is not there", async () => {
    const { text } = await tokenOf(api, org, cast.recruiter, ["job.list"]);
    const ask = (slug: string) => callWith(api, text, "job.list", JOBS, { "x-org": slug });
    expect((await ask(org.slug)).status).toBe(200);
    expect((await ask(other.org.slug)).status).toBe(404);
    expect((await ask("no-such-organization")).status).toBe(404);
  });

  it("is not looked at for cookie and candidate's link, and opens no session", async () => {
    const cookie = await cookieOf(api, cast.admin);
    const { text } = await tokenOf(api, org, cast.engineer, ["framework.list"]);
    const withCookie = { cookie, "x-org": org.slug, origin: PUBLIC_URL };
    const admins = await callWith(api, text, "organization.show", {}, withCookie);
    expect(refusalOf(admins.body)).toMatchObject({ code: "SCOPE_MISSING" });
    for (const bad of ["", "nonsense"]) {
      const answer = await callWith(api, bad, "organization.show", {}, withCookie);
      expect(answer.status).toBe(401);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    const { body } = await callWith(
      api,
      text,
      "candidate.showOwn",
      {},
      { "x-candidate-link": "x" },
    );
    expect(refusalOf(body)).toMatchObject({ code: "NOT_FOR_TOKENS" });
  });

  it("does nothing that is a person's in a browser, nor what is public", async () => {
    const { text } = await tokenOf(api, org, cast.admin, PERSONAL_SCOPES);
    for (const path of [
      "identity.signIn",
      "identity.changePassword",
      "identity.listSessions",
      "organization.create",
      "organization.invite",
      "organization.setRoles",
      "organization.addService",
      "token.list",
      "token.create",
      "token.revoke",
      "candidate.listPosts",
    ]) {
      const { status, body } = await callWith(api, text, path, {});
      expect(status, path).toBe(403);
      expect(refusalOf(body), path).toMatchObject({ code: "NOT_FOR_TOKENS" });
    }
  });

  it("keeps the gate shut to any other kind of authorization", async () => {
    const basic = await callWith(api, "", "job.list", JOBS, { authorization: "Basic abc" });
    expect(basic.status).toBe(403);
    expect(basic.body).toMatchObject({
      sentence: "This request does not come from one of our pages.",
    });
  });

  it("is the same at the plain door", async () => {
    const { text } = await tokenOf(api, org, cast.recruiter, ["job.list"]);
    const ask = (path: string) =>
      api.app.inject({
        method: "POST",
        url: `/api/v1/${path}`,
        headers: { "content-type": "application/json", authorization: `Bearer ${text}` },
        payload: JSON.stringify(JOBS),
      });
    const jobs = await ask("job/list");
    expect(jobs.statusCode).toBe(200);
    expect(jobs.headers.ratelimit).toMatch(/^"token";r=599;t=\d+$/);
    expect((await ask("question/list")).json()).toMatchObject({ code: "SCOPE_MISSING" });
  });
});

describe("identity.me with an access token", () => {
  it("says as whom, where, for what and until when", async () => {
    const { id, text } = await tokenOf(api, org, cast.engineer, ["framework.list"]);
    const { body } = await callWith(api, text, "identity.me", {});
    expect(answerOf(body)).toMatchObject({
      account: { id: cast.engineer.accountId },
      memberships: [{ orgSlug: org.slug, memberId: cast.engineer.memberId, roles: ["engineer"] }],
      token: { id, kind: "personal", name: "Nightly report", scopes: ["framework.list"] },
    });
  });

  it("knows a service account, which has no account", async () => {
    const serviceId = await serviceOf(api, other.org, other.cast.admin, ["recruiter"]);
    const { text } = await tokenOf(api, other.org, other.cast.admin, ["job.list"], { serviceId });
    const { body } = await callWith(api, text, "identity.me", {});
    expect(answerOf(body)).toMatchObject({
      account: null,
      memberships: [{ orgSlug: other.org.slug, memberId: serviceId, roles: ["recruiter"] }],
      token: { kind: "service" },
    });
  });

  it("says nothing of tokens to a session", async () => {
    const { body } = await api.call("identity.me", {}, { cookie: await cookieOf(api, cast.admin) });
    expect(answerOf(body)).toMatchObject({ token: null });
  });
});

describe("a token that is not good", () => {
  const NOT_GOOD = {
    code: "UNAUTHENTICATED",
    sentence: "This access token is not known, has expired or was revoked.",
  };
  const ways = {
    "was never made": async () => ({ id: "unknown", text: `rubric_pat_${"0".repeat(43)}176nov` }),
    "has no right form": async () => ({ id: "unknown", text: "rubric_pat_short" }),
    "has expired": async (by: StaffMember) => {
      const made = await tokenOf(api, org, by, PERSONAL_SCOPES);
      await change(made.id, { expiresAt: new Date(Date.now() - 1) });
      return made;
    },
    "was revoked": async (by: StaffMember) => {
      const made = await tokenOf(api, org, by, PERSONAL_SCOPES);
      const cookie = await cookieOf(api, by);
      await api.call("token.revoke", { tokenId: made.id }, { cookie, org: org.slug });
      return made;
    },
    "is of somebody disabled": async (by: StaffMember) => {
      const made = await tokenOf(api, org, by, PERSONAL_SCOPES);
      await memberState(api, org, by, "disabled");
      return made;
    },
  };

  it.each(Object.entries(ways))("because it %s is refused, like any other", async (_why, make) => {
    const { text } = await make(cast.third);
    const answers = [
      await callWith(api, text, "home.show", {}),
      await callWith(api, text, "identity.me", {}),
    ];
    await memberState(api, org, cast.third, "active");
    const [first] = answers;
    expect(refusalOf(first?.body)).toMatchObject(NOT_GOOD);
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect(refusalOf(body)).toEqual(refusalOf(first?.body));
    }
    expect(await lastEvent()).toMatchObject({ detail: { token: expect.any(String) } });
  });

  it.each(["is revoked", "loses its member"])(
    "because it %s after it was found is refused in the command's own transaction",
    async (how) => {
      const { id, text } = await tokenOf(api, org, cast.second, PERSONAL_SCOPES);
      const { db } = api.connection;
      const request = {
        ...nobody,
        bearer: text,
        origin: { ip: "192.0.2.1", requestId: "late", userAgent: "" },
        key: null,
        calls: 1,
        tell: () => {},
        issueSession: () => {},
      };
      const call = await callerOf(db, request).call("token.list", null, "query").catch(String);
      expect(call).toContain("NOT_FOR_TOKENS");
      const command = await callerOf(db, request).call("home.show", null, "command");
      const asked = { on: "org", subjectId: null } as const;
      const actor = () =>
        api.within(org.id, async (tx) => command.actor(tx, await open(tx, command, {}, asked)));
      expect(await actor()).toMatchObject({ memberId: cast.second.memberId, token: { id } });
      if (how === "is revoked") await change(id, { revokedAt: new Date() });
      else await memberState(api, org, cast.second, "disabled");
      await expect(actor()).rejects.toMatchObject({ denial: { code: "UNAUTHENTICATED" } });
      await memberState(api, org, cast.second, "active");
    },
  );
});

describe("a token that only reads", () => {
  it("may call every query that a token may call, and no command", () => {
    const queries = procedures()
      .filter((one) => one.type === "query")
      .map((one) => one.path);
    // Handed out by a route of its own.
    queries.push("candidate.readFile");
    const scopes: readonly string[] = PERSONAL_SCOPES;
    expect(READ_SCOPES.toSorted()).toEqual(
      queries.filter((one) => scopes.includes(one)).toSorted(),
    );
  });
});

describe("what is kept of a token", () => {
  it("is its hash: its text is in no column of any table", async () => {
    const { id, text } = await tokenOf(api, org, cast.engineer, ["framework.list"]);
    await callWith(api, text, "framework.list", {});
    await callWith(api, text, "job.create", {});
    const holding = async (part: string) =>
      within(api.database, async (db) => {
        const tables = await db<{ name: string }[]>`
          select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname in ('public', 'identity', 'pgboss', 'drizzle')`;
        const found: string[] = [];
        for (const { name } of tables) {
          const rows = await db.unsafe(`select 1 from ${name} t where t::text like $1 limit 1`, [
            `%${part}%`,
          ]);
          if (rows.length > 0) found.push(name);
        }
        return found;
      });
    const secret = text.slice("rubric_pat_".length);
    expect(await holding(secret)).toEqual([]);
    expect(await holding(secret.slice(0, 20))).toEqual([]);
    expect(await holding(id)).toContain("identity.access_token");
    expect(await holding(id)).toContain("public.idempotency");
  });
});

describe("law 13: a command with an access token", () => {
  it("names the token beside its member in the trail", async () => {
    const { id, name, text } = await tokenOf(api, org, cast.admin, [
      "organization.updateSettings",
      "audit.list",
    ]);
    const settings = { privacyNotice: "We keep it for six months.", timeZone: "Asia/Tokyo" };
    const done = await callWith(api, text, "organization.updateSettings", settings);
    expect(done.status).toBe(200);
    await api.call("organization.updateSettings", settings, {
      org: org.slug,
      cookie: await cookieOf(api, cast.admin),
    });
    const { body } = await callWith(api, text, "audit.list", {
      action: "organization.updateSettings",
    });
    const { entries } = AuditListView.parse(answerOf(body));
    const actor = { kind: "member", id: cast.admin.memberId, name: "admin" };
    expect(entries.map((one) => one.actor)).toEqual([
      { ...actor, token: null },
      { ...actor, token: { id, name } },
    ]);
  });
});

import { LIMITS } from "@rubric/domain/limits";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../../packages/domain/test/factories.ts";
import { givePassword, openSession, PASSWORD } from "../../../packages/domain/test/instance.ts";
import { PUBLIC_URL, useApi, VISITOR_KEY } from "../test/api.ts";
import { makeApp } from "./app.ts";

const api = useApi();
const NAME = "rubric_session";

async function person() {
  const { org, cast } = await makeOrg(api);
  return { org, cast, email: await givePassword(api, org, cast.recruiter) };
}

const signIn = (email: string, password = PASSWORD) =>
  api.call("identity.signIn", { email, password }, { key: null });

/** A browser that is signed in as a member of the cast. */
async function cookieOf(accountId: string) {
  return `${NAME}=${(await openSession(api, accountId)).token}`;
}

/** The attributes of the session cookie that an instance at this address sets. */
async function setCookieAt(publicUrl: string, email: string) {
  const app = await makeApp(
    { db: api.connection.db, limits: LIMITS, enqueue: async () => {} },
    {
      PUBLIC_URL: publicUrl,
      WEB_URL: undefined,
      TRUSTED_PROXIES: "",
      VISITOR_KEY,
      LOG_LEVEL: "silent",
      NODE_ENV: "test",
    },
  );
  const answer = await app.inject({
    method: "POST",
    url: "/api/trpc/identity.signIn",
    headers: { "content-type": "application/json", origin: publicUrl },
    payload: { email, password: PASSWORD },
  });
  await app.close();
  const set = answer.headers["set-cookie"];
  return typeof set === "string" ? set.split("; ") : [];
}

describe("the session cookie", () => {
  it("is HttpOnly and SameSite=Lax for the whole site and nobody else's", async () => {
    const { email } = await person();
    const [pair, ...attributes] = await setCookieAt(PUBLIC_URL, email);
    expect(pair).toMatch(/^rubric_session=[a-z2-7]{52}$/);
    expect(attributes.toSorted()).toEqual([
      "HttpOnly",
      "Max-Age=5184000",
      "Path=/",
      "SameSite=Lax",
    ]);
  });

  it("is __Host- and Secure wherever the public address is https", async () => {
    const { email } = await person();
    const [pair, ...attributes] = await setCookieAt("https://rubric.test", email);
    expect(pair).toMatch(/^__Host-rubric_session=[a-z2-7]{52}$/);
    expect(attributes).toContain("Secure");
    expect(attributes).toContain("HttpOnly");
    expect(attributes.some((one) => one.startsWith("Domain"))).toBe(false);
  });

  it("opens the account, and signing out takes it away on both sides", async () => {
    const { email } = await person();
    const { status, cookie } = await signIn(email);
    expect(status).toBe(200);
    const me = () => api.call("identity.me", {}, { cookie: cookie ?? "" });
    expect((await me()).body).toMatchObject({ result: { data: { account: { email } } } });
    const out = await api.call("identity.signOut", {}, { cookie: cookie ?? "", key: null });
    expect(out.cookie).toBe(`${NAME}=`);
    expect((await me()).status).toBe(401);
  });

  it("is never set by a sign-in that was refused", async () => {
    const { email } = await person();
    expect((await signIn(email, "not the password")).cookie).toBeNull();
  });
});

describe("identity.signIn over HTTP", () => {
  it("takes the address in any case, with spaces around it", async () => {
    const { email } = await person();
    expect((await signIn(` ${email.toUpperCase()} `)).status).toBe(200);
  });

  it("refuses a wrong password and an unknown address with the same answer", async () => {
    const { email } = await person();
    const answers = [await signIn(email, "not the password"), await signIn(`nobody-${email}`)];
    const known = answers.map(({ status, body }) => {
      const text = JSON.stringify(body).replaceAll(/"requestId":"[^"]+"/g, "");
      return { status, text };
    });
    expect(known[0]).toEqual(known[1]);
    expect(known[0]).toMatchObject({ status: 401 });
  });
});

describe("what is refused is kept in security_event, after the rollback", () => {
  const events = (kind: string) =>
    api.connection.sql`select detail from identity.security_event where kind = ${kind}
      order by at`;

  it("a sign-in with a wrong password", async () => {
    const { email } = await person();
    const before = (await events("CREDENTIALS_WRONG")).length;
    await signIn(email, "not the password");
    const after = await events("CREDENTIALS_WRONG");
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.detail).toMatchObject({ procedure: "identity.signIn" });
    expect(JSON.stringify(after)).not.toContain("not the password");
  });

  it("a permission, and a current password that is wrong", async () => {
    const { org, cast } = await person();
    const cookie = await cookieOf(cast.recruiter.accountId);
    const refused = await api.call("organization.listMembers", {}, { cookie, org: org.slug });
    expect(refused.status).toBe(403);
    expect((await events("FORBIDDEN")).at(-1)?.detail).toEqual({
      procedure: "organization.listMembers",
      organization: org.slug,
    });
    const input = { current: "not the password", password: "violet anchor basil drum" };
    const wrong = await api.call("identity.changePassword", input, { cookie });
    expect(wrong.body).toMatchObject({ error: { data: { code: "PASSWORD_WRONG" } } });
    expect(await events("PASSWORD_WRONG")).toHaveLength(1);
  });
});

describe("law 12: the organization of a call", () => {
  it("looks the same whether it is another's or none at all", async () => {
    const [{ cast }, other] = [await person(), await person()];
    const cookie = await cookieOf(cast.admin.accountId);
    const answers = [];
    for (const org of [other.org.slug, "no-such-organization"]) {
      const { status, body } = await api.call("organization.show", {}, { cookie, org });
      answers.push({ status, body: JSON.stringify(body).replaceAll(/"requestId":"[^"]+"/g, "") });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 404 });
  });

  it("is asked for with each call and never kept with the session", async () => {
    const { org, cast } = await person();
    const cookie = await cookieOf(cast.admin.accountId);
    const show = (headers: { org?: string }) =>
      api.call("organization.show", {}, { cookie, ...headers });
    expect((await show({ org: org.slug })).status).toBe(200);
    expect((await show({})).status).toBe(404);
  });

  it("is closed to who was a member and is disabled", async () => {
    const { org, cast } = await person();
    const [admin, recruiter] = [
      await cookieOf(cast.admin.accountId),
      await cookieOf(cast.recruiter.accountId),
    ];
    const pick = (cookie: string) =>
      api.call("organization.pickMembers", {}, { cookie, org: org.slug });
    expect((await pick(recruiter)).status).toBe(200);
    const { memberId } = cast.recruiter;
    await api.call("organization.disableMember", { memberId }, { cookie: admin, org: org.slug });
    expect((await pick(recruiter)).status).toBe(401);
    expect((await pick(await cookieOf(cast.recruiter.accountId))).status).toBe(404);
  });
});

describe("roles between two calls", () => {
  it("are read anew: one that was taken away no longer helps, whatever the session", async () => {
    const { org, cast } = await person();
    const cookie = await cookieOf(cast.admin.accountId);
    const list = () => api.call("organization.listMembers", {}, { cookie, org: org.slug });
    const settle = () =>
      api.call(
        "organization.updateSettings",
        { privacyNotice: "x", timeZone: "UTC" },
        { cookie, org: org.slug },
      );
    expect((await list()).status).toBe(200);
    expect((await settle()).status).toBe(200);
    await api.connection.sql.begin(async (sql) => {
      await sql`select set_config('app.org', ${org.id}, true)`;
      await sql`update member set roles = '{recruiter}' where id = ${cast.admin.memberId}`;
    });
    expect((await list()).status).toBe(403);
    expect((await settle()).status).toBe(403);
  });

  it("and the session with them: a change of roles signs the member out", async () => {
    const { org, cast } = await person();
    const [admin, manager] = [
      await cookieOf(cast.admin.accountId),
      await cookieOf(cast.manager.accountId),
    ];
    const input = { memberId: cast.manager.memberId, roles: ["interviewer"] };
    const { status } = await api.call("organization.setRoles", input, {
      cookie: admin,
      org: org.slug,
    });
    expect(status).toBe(200);
    expect((await api.call("identity.me", {}, { cookie: manager })).status).toBe(401);
  });
});

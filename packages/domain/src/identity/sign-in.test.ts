import { connect } from "@rubric/db";
import { testCluster } from "@rubric/db/test-database";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { refusal, useHarness } from "../../test/harness.ts";
import {
  ANYONE,
  givePassword,
  instanceActions,
  instanceCommand,
  instanceQuery,
  isOpen,
  openSession,
  PASSWORD,
} from "../../test/instance.ts";
import { showMe, signIn, signOut } from "./index.ts";
import { tokenHash } from "./tokens.ts";

const harness = useHarness();

async function setup() {
  const { org, cast } = await makeOrg(harness);
  const email = await givePassword(harness, org, cast.recruiter);
  return { org, cast, email, accountId: cast.recruiter.accountId };
}

/** Every table of the database that holds the text anywhere, read as its superuser. */
async function tablesThatHold(text: string): Promise<string[]> {
  const url = new URL(testCluster() ?? "");
  url.pathname = new URL(harness.database.apiUrl).pathname;
  const connection = connect(url.href, { max: 1 });
  const { sql } = connection;
  try {
    const tables = await sql`select n.nspname as schema, c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`;
    const holding: string[] = [];
    for (const { schema, name } of tables) {
      const [found] = await sql`select count(*)::int as rows from ${sql(`${schema}.${name}`)} t
        where t::text like ${`%${text}%`}`;
      if (found?.rows > 0) holding.push(`${schema}.${name}`);
    }
    return holding;
  } finally {
    await connection.close();
  }
}

describe("identity.signIn", () => {
  it("opens a session for the right password and writes the audit entry", async () => {
    const { org, email, accountId } = await setup();
    const { answer, issued } = await instanceCommand(harness, ANYONE, "identity.signIn", signIn, {
      email,
      password: PASSWORD,
    });
    expect(answer.account).toMatchObject({ id: accountId, email });
    expect(answer.memberships).toMatchObject([{ orgSlug: org.slug, roles: ["recruiter"] }]);
    expect(issued).toHaveLength(1);
    expect(await isOpen(harness, issued[0] ?? "")).toBe(true);
    expect(await instanceActions(harness, accountId)).toEqual(["identity.signIn"]);
  });

  it("answers a wrong password, an unknown address and an account without one alike", async () => {
    const { org, email, accountId } = await setup();
    const attempt = (address: string, password: string) =>
      refusal(
        instanceCommand(harness, ANYONE, "identity.signIn", signIn, { email: address, password }),
      );
    expect(await attempt(email, `${PASSWORD}!`)).toBe("CREDENTIALS_WRONG");
    expect(await attempt(`nobody@${org.slug}.test`, PASSWORD)).toBe("CREDENTIALS_WRONG");
    expect(await attempt(`manager@${org.slug}.test`, PASSWORD)).toBe("CREDENTIALS_WRONG");
    expect(await instanceActions(harness, accountId)).toEqual([]);
  });

  it("keeps the hash of the cookie's token and never the token", async () => {
    const { email } = await setup();
    const { issued } = await instanceCommand(harness, ANYONE, "identity.signIn", signIn, {
      email,
      password: PASSWORD,
    });
    const token = issued[0] ?? "";
    expect(token.length).toBeGreaterThan(50);
    expect(await tablesThatHold(tokenHash(token))).toEqual(["identity.session"]);
    expect(await tablesThatHold(token)).toEqual([]);
  });

  it("ends the session that the browser had before", async () => {
    const { email, accountId } = await setup();
    const before = await openSession(harness, accountId);
    await instanceCommand(harness, before.caller, "identity.signIn", signIn, {
      email,
      password: PASSWORD,
    });
    expect(await isOpen(harness, before.token)).toBe(false);
  });
});

describe("identity.signOut", () => {
  it("ends the caller's session, takes the cookie away and leaves the others open", async () => {
    const { accountId } = await setup();
    const [here, there] = [
      await openSession(harness, accountId),
      await openSession(harness, accountId),
    ];
    const { issued } = await instanceCommand(harness, here.caller, "identity.signOut", signOut, {});
    expect(issued).toEqual([null]);
    expect(await isOpen(harness, here.token)).toBe(false);
    expect(await isOpen(harness, there.token)).toBe(true);
    expect(await instanceActions(harness, accountId)).toEqual(["identity.signOut"]);
  });

  it("refuses who is not signed in, and a session that has just ended", async () => {
    const { accountId } = await setup();
    const leave = (caller: typeof ANYONE) =>
      refusal(instanceCommand(harness, caller, "identity.signOut", signOut, {}));
    expect(await leave(ANYONE)).toBe("FORBIDDEN");
    const { caller } = await openSession(harness, accountId);
    await instanceCommand(harness, caller, "identity.signOut", signOut, {});
    expect(await leave(caller)).toBe("UNAUTHENTICATED");
  });
});

describe("identity.me", () => {
  it("lists the organizations where the account is an active member, and no others", async () => {
    const { org, cast } = await setup();
    const other = await makeOrg(harness);
    const { caller } = await openSession(harness, cast.recruiter.accountId);
    const me = () => instanceQuery(harness, caller, "identity.me", showMe, {});
    expect((await me()).memberships.map((one) => one.orgSlug)).toEqual([org.slug]);
    await harness.connection.sql.begin(async (sql) => {
      await sql`select set_config('app.org', ${org.id}, true)`;
      await sql`update member set state = 'disabled' where id = ${cast.recruiter.memberId}`;
    });
    expect((await me()).memberships).toEqual([]);
    expect(other.org.slug).not.toBe(org.slug);
  });

  it("refuses who is not signed in", async () => {
    expect(await refusal(instanceQuery(harness, ANYONE, "identity.me", showMe, {}))).toBe(
      "FORBIDDEN",
    );
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, connect, connectReader } from "../src/connect.ts";
import { sqlState } from "../src/errors.ts";
import { requireReader } from "../src/require-reader.ts";
import { createTestDatabase, type TestDatabase } from "../src/test-database.ts";
import { within } from "./superuser.ts";

let database: TestDatabase;
const open: Record<string, Connection> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  for (const [role, url] of [
    ["api", database.apiUrl],
    ["reader", database.readerUrl],
    ["auditor", database.auditorUrl],
    ["retention", database.retentionUrl],
  ] as const) {
    open[role] = connect(url, { max: 1 });
  }
});
afterAll(async () => {
  await Promise.all(Object.values(open).map((connection) => connection.close()));
  await database.drop();
});

/** The SQLSTATE with which a statement is refused to a role; "done" if it was not. */
async function outcome(
  role: "api" | "reader" | "auditor" | "retention",
  text: string,
): Promise<string> {
  const connection = open[role];
  if (connection === undefined) throw new Error("Not open.");
  try {
    await connection.sql.unsafe(
      `begin read write; select set_config('app.org', '${randomUUID()}', true);`,
    );
    await connection.sql.unsafe(text);
    return "done";
  } catch (error) {
    return sqlState(error) ?? String(error);
  } finally {
    await connection.sql.unsafe("rollback");
  }
}

const DENIED = "42501";

const DDL = [
  "create table public.t (x int)",
  "create table identity.t (x int)",
  "create temp table t (x int)",
  "create schema s",
  "alter table public.job add column x int",
  "drop table public.job",
  "drop policy tenant on public.job",
  "alter table public.job disable row level security",
  "create index on public.job (id)",
  "create function public.f() returns int language sql as 'select 1'",
  "create trigger t before insert on public.job execute function now()",
  "create extension pg_trgm",
];

describe("law 15: the API's role", () => {
  it.each([...DDL, "alter role rubric_api bypassrls", "create role x"])(
    "may not: %s",
    async (text) => {
      expect(await outcome("api", text)).toBe(DENIED);
    },
  );

  it.each([
    "update public.audit_entry set actor_id = 'x'",
    "delete from public.audit_entry",
    "truncate public.audit_entry",
    "update public.audit_detail set details = null",
    "delete from public.audit_detail",
    "truncate public.audit_detail",
    "delete from public.audit_chain",
    "delete from public.idempotency",
    "truncate public.job",
    "truncate public.idempotency",
    "delete from drizzle.__drizzle_migrations",
    "set local role rubric_owner",
    "set local role rubric_retention",
    "set local session_replication_role = replica",
  ])("may not: %s", async (text) => {
    expect(await outcome("api", text)).toBe(DENIED);
  });

  it.each([
    "select * from public.audit_entry",
    "delete from public.note",
    "update public.job set title = ''",
  ])("may: %s", async (text) => {
    expect(await outcome("api", text)).toBe("done");
  });

  it("is no superuser, owns nothing, and cannot pass by row-level security", async () => {
    const roles = await within(
      database,
      async (sql) => sql`
        select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
          (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
          (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
        from pg_roles r where rolname in ('rubric_api', 'rubric_reader', 'rubric_auditor', 'rubric_retention')
        order by 1`,
    );
    expect(roles).toHaveLength(4);
    for (const role of roles) {
      expect(role).toMatchObject({
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owned: 0,
        memberships: 0,
      });
    }
  });
});

describe("law 15: the role that queries are asked as", () => {
  it("reads of public, identity and operations all but answers, passwords and what is only written down, and writes nothing anywhere", async () => {
    const tables = await within(
      database,
      async (sql) => sql<{ place: string; ours: boolean; reads: boolean; writes: boolean }[]>`
        select format('%I.%I', n.nspname, c.relname) as place,
          n.nspname in ('public', 'identity', 'operations') as ours,
          has_table_privilege('rubric_reader', c.oid, 'select') as reads,
          has_table_privilege('rubric_reader', c.oid, 'insert, update, delete, truncate') as writes
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(100);
    const unread = tables.filter(({ ours, reads }) => ours && !reads).map(({ place }) => place);
    expect(unread.toSorted()).toEqual([
      "identity.password",
      "identity.security_event",
      "operations.contract_usage",
      "public.idempotency",
    ]);
    expect(tables.filter(({ ours, reads, writes }) => writes || (reads && !ours))).toEqual([]);
  });

  it("begins no transaction that writes, or that sees what was written meanwhile", async () => {
    const settings = ["isolation", "read_only"].map((name) => `default_transaction_${name}`);
    const found = await open["reader"]?.sql.unsafe<{ setting: string }[]>(
      "select setting from pg_settings where name = any($1) order by name",
      [settings],
    );
    expect(found?.map(({ setting }) => setting)).toEqual(["repeatable read", "on"]);
  });

  it.each([true, false])(
    "has one snapshot for a transaction and writes nothing in it, whatever the role's settings (law 10), prepared: %s",
    async (prepare) => {
      // As a role that has no such settings.
      const connection = connectReader(database.apiUrl, { max: 1, prepare });
      try {
        const [row] = await connection.db.transaction((tx) =>
          tx.execute(
            `select current_setting('transaction_isolation') as isolation,
              current_setting('transaction_read_only') as read_only`,
          ),
        );
        expect(row).toEqual({ isolation: "repeatable read", read_only: "on" });
      } finally {
        await connection.close();
      }
    },
  );

  it("is what an API refuses to start without", async () => {
    const [api, reader, retention] = [open["api"], open["reader"], open["retention"]];
    if (!api || !reader || !retention) throw new Error("Not open.");
    await expect(requireReader(reader, api)).resolves.toBeUndefined();
    for (const other of [api, retention]) {
      await expect(requireReader(other, api)).rejects.toThrow(/it is to be rubric_reader/);
    }
    const elsewhere = await createTestDatabase();
    const there = connect(elsewhere.readerUrl, { max: 1 });
    try {
      await expect(requireReader(there, api)).rejects.toThrow(/the database of DATABASE_URL/);
    } finally {
      await there.close();
      await elsewhere.drop();
    }
  });

  it.each([...DDL, "set local role rubric_api"])("may not: %s", async (text) => {
    expect(await outcome("reader", text)).toBe(DENIED);
  });
});

describe("law 15: the auditor's role", () => {
  it("reads the trail and nothing else", async () => {
    for (const table of ["audit_entry", "audit_detail", "audit_chain"]) {
      expect(await outcome("auditor", `select * from public.${table}`)).toBe("done");
    }
    const tables = await within(
      database,
      async (sql) => sql<{ place: string }[]>`
        select format('%I.%I', n.nspname, c.relname) as place from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('public', 'identity', 'pgboss', 'drizzle')
          and c.relname not in ('audit_entry', 'audit_detail', 'audit_chain')`,
    );
    for (const { place } of tables) {
      expect(await outcome("auditor", `select * from ${place}`), place).toBe(DENIED);
    }
    expect(await outcome("auditor", "insert into public.audit_chain default values")).toBe(DENIED);
  });

  it.each(DDL)("may not: %s", async (text) => {
    expect(await outcome("auditor", text)).toBe(DENIED);
  });
});

describe("law 15: the retention role", () => {
  it("empties audit details and touches nothing else of an entry", async () => {
    const emptied =
      "update public.audit_detail set details = null, erased_at = now(), erased_reason = 'x'";
    expect(await outcome("retention", emptied)).toBe("done");
    expect(await outcome("retention", "delete from public.idempotency")).toBe("done");
    for (const text of [
      "update public.audit_detail set salt = ''",
      "update public.audit_detail set candidate_id = null",
      "delete from public.audit_detail",
      "update public.audit_entry set actor_id = ''",
      "delete from public.audit_entry",
      "truncate public.audit_entry",
      "delete from public.audit_chain",
      "insert into public.job default values",
    ]) {
      expect(await outcome("retention", text), text).toBe(DENIED);
    }
  });

  it.each(DDL)("may not: %s", async (text) => {
    expect(await outcome("retention", text)).toBe(DENIED);
  });
});

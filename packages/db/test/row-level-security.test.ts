import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, connect, connectReader } from "../src/connect.ts";
import { sqlState } from "../src/errors.ts";
import { NOT_FOR_READERS, SELF_ONLY } from "../src/secure.ts";
import { createTestDatabase, type TestDatabase } from "../src/test-database.ts";
import { within } from "./superuser.ts";

let database: TestDatabase;
let api: Connection;
let reader: Connection;
let tables: string[] = [];
const owner = randomUUID();
const stranger = randomUUID();

const SAMPLE: Record<string, string> = {
  uuid: "gen_random_uuid()",
  text: "'x'",
  "text[]": "'{}'",
  integer: "1",
  numeric: "1",
  bigint: "1",
  boolean: "false",
  jsonb: "'{}'",
  date: "current_date",
  bytea: "'\\x00'",
  "timestamp with time zone": "now()",
};

type Column = { table: string; column: string; type: string };

/** One row of the owner in every table, whatever it would have to refer to or be. */
async function fill(sql: Sql): Promise<string[]> {
  const checks = await sql<{ table: string; name: string }[]>`
    select c.conrelid::regclass::text as table, c.conname as name from pg_constraint c
      join pg_namespace n on n.oid = c.connamespace where n.nspname = 'public' and c.contype = 'c'`;
  for (const { table, name } of checks) {
    await sql.unsafe(`alter table ${table} drop constraint "${name}"`);
  }
  await sql`set session_replication_role = replica`;
  const columns = await sql<Column[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.attnotnull and a.attgenerated = '' order by c.relname, a.attnum`;
  const byTable = Map.groupBy(columns, (column) => column.table);
  for (const [table, own] of byTable) {
    const values = own.map(({ column, type }) =>
      column === "org_id" ? `'${owner}'` : (SAMPLE[type] ?? "null"),
    );
    const names = own.map(({ column }) => `"${column}"`);
    await sql.unsafe(`insert into "${table}" (${names.join()}) values (${values.join()})`);
  }
  return [...byTable.keys()];
}

beforeAll(async () => {
  database = await createTestDatabase();
  tables = await within(database, fill);
  api = connect(database.apiUrl, { max: 1 });
  reader = connectReader(database.readerUrl, { max: 1 });
});
afterAll(async () => {
  await Promise.all([api.close(), reader.close()]);
  await database.drop();
});

const selfOnly = new Set<string>(SELF_ONLY);
const notForReaders = new Set<string>(NOT_FOR_READERS);

/** How many rows of a table the API sees, and the same as who only reads, where that may. */
async function count(table: string, orgId: string | null, self = ""): Promise<number> {
  const [byApi, byReader] = await Promise.all(
    (notForReaders.has(table) ? [api] : [api, reader]).map(({ sql }) =>
      sql.begin(async (tx) => {
        if (orgId !== null) await tx`select set_config('app.org', ${orgId}, true)`;
        await tx`select set_config('app.candidate', ${self}, true)`;
        return (await tx.unsafe(`select 1 from "${table}"`)).length;
      }),
    ),
  );
  expect(byReader ?? byApi, `${table} for who only reads`).toBe(byApi);
  return byApi ?? 0;
}

describe("law 12: row-level security", () => {
  it("is on and forced on every table of public, with the one policy, and the wall of law 10 beside it", async () => {
    const found = await within(
      database,
      async (sql) => sql<{ name: string; on: boolean; forced: boolean; policies: string[] }[]>`
        select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
          array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p')`,
    );
    expect(found.length).toBe(tables.length);
    const open = found.filter(
      ({ name, on, forced, policies }) =>
        !on ||
        !forced ||
        policies.filter((one) => one !== "restricted").join() !==
          (selfOnly.has(name) ? "self,tenant" : "tenant"),
    );
    expect(open).toEqual([]);
  });

  it("walls off what is restricted in every table that names a person or a part of them (law 10)", async () => {
    const open = await within(
      database,
      async (sql) => sql<{ name: string }[]>`
        select distinct c.relname as name from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
        where n.nspname = 'public' and c.relkind in ('r', 'p')
          and a.attname in ('candidate_id', 'application_id', 'scorecard_id', 'decision_id')
          and not exists (select from pg_policy p where p.polrelid = c.oid
            and p.polname = 'restricted' and not p.polpermissive)
        order by 1`,
    );
    // They say that someone is held, kept or gone; what they hold of them goes by other ways.
    expect(open.map(({ name }) => name)).toEqual([
      "audit_detail",
      "erasure",
      "idempotency",
      "legal_hold",
      "member",
      "restriction",
    ]);
  });

  it("shows each table's row to its organization only, and none without an organization", async () => {
    for (const table of tables.filter((name) => !selfOnly.has(name))) {
      expect(await count(table, owner), `${table} for its owner`).toBe(1);
      expect(await count(table, stranger), `${table} for a stranger`).toBe(0);
      expect(await count(table, null), `${table} for nobody`).toBe(0);
    }
  });

  it("shows how someone identifies themself to their own calls only, in their organization only", async () => {
    for (const table of SELF_ONLY) {
      const [row] = await within(
        database,
        async (sql) => sql<{ id: string }[]>`select candidate_id as id from ${sql(table)}`,
      );
      const self = row?.id ?? "";
      expect(await count(table, owner, self)).toBe(1);
      expect(await count(table, owner)).toBe(0);
      expect(await count(table, owner, randomUUID())).toBe(0);
      expect(await count(table, stranger, self)).toBe(0);
      expect(await count(table, null, self)).toBe(0);
    }
  });

  it("shows nothing on a connection that had an organization before", async () => {
    expect(await count("job", owner)).toBe(1);
    expect((await api.sql`select 1 from job`).length).toBe(0);
  });

  it("lets a stranger neither change, delete nor insert another's row", async () => {
    for (const table of tables) {
      const columns = await within(
        database,
        async (sql) => sql<{ column: string }[]>`
          select attname as column from pg_attribute where attrelid = ${`public.${table}`}::regclass
            and attnum > 0 and not attisdropped and attgenerated = ''`,
      );
      const names = columns.map(({ column }) => `"${column}"`).join();
      const copied = `insert into "${table}" (${names}) select ${columns
        .map(({ column }) => (column === "org_id" ? `'${owner}'::uuid` : `null`))
        .join()}`;
      const touched = await api.sql
        .begin(async (tx) => {
          await tx`select set_config('app.org', ${stranger}, true)`;
          await tx.unsafe(copied);
          return "inserted";
        })
        .catch((error: unknown) => sqlState(error));
      expect(touched, `insert into ${table}`).toBe("42501");
    }
    const changed = await api.sql.begin(async (tx) => {
      await tx`select set_config('app.org', ${stranger}, true)`;
      const updated = await tx`update job set title = 'stolen'`;
      const deleted = await tx`delete from note`;
      return updated.count + deleted.count;
    });
    expect(changed).toBe(0);
  });
});

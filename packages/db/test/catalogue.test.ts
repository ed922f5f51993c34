import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../src/test-database.ts";
import { within } from "./superuser.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Key = { table: string; name: string; kind: string; columns: string[] };

/** Keys and indexes of `public` with their columns in order. */
async function keys(): Promise<Key[]> {
  return within(
    database,
    async (sql) => sql<Key[]>`
      select t.relname as table, i.relname as name,
        case when x.indisprimary then 'primary' when x.indisunique then 'unique' else 'index' end
          as kind,
        array(select coalesce(a.attname, '(expression)') from unnest(x.indkey::int[])
          with ordinality as k(number, place)
          left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number and k.number > 0
          order by k.place)::text[] as columns
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public' order by 1, 2`,
  );
}

const strings = (rows: readonly Record<string, unknown>[], field: string) =>
  rows.map((row) => String(row[field]));

describe("law 12: the catalogue", () => {
  it("keeps a tenant in each table of public, and no table without one elsewhere than named", async () => {
    const tables = await within(
      database,
      async (sql) => sql<{ schema: string; name: string; org: string | null }[]>`
        select n.nspname as schema, c.relname as name, (select format_type(a.atttypid, null)
          || case when a.attnotnull then ' not null' else '' end from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped) as org
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname !~ '^(pg_|information_schema)'
        order by 1, 2`,
    );
    const inPublic = tables.filter((table) => table.schema === "public");
    expect(inPublic.length).toBeGreaterThan(40);
    expect(inPublic.filter((table) => table.org !== "uuid not null")).toEqual([]);
    expect([...new Set(tables.map((table) => table.schema))].toSorted()).toEqual([
      "drizzle",
      "identity",
      "operations",
      "pgboss",
      "public",
    ]);
    const operations = tables.filter((table) => table.schema === "operations");
    expect(strings(operations, "name")).toEqual(["contract_usage"]);
    const identity = tables.filter((table) => table.schema === "identity");
    expect(strings(identity, "name")).toEqual([
      "access_token",
      "account",
      "link",
      "membership",
      "organization",
      "password",
      "security_event",
      "session",
    ]);
  });

  it("has org_id first in each primary key, unique key and index", async () => {
    const all = await keys();
    const tables = new Set(all.map((key) => key.table));
    const primary = all.filter((key) => key.kind === "primary");
    expect(primary).toHaveLength(tables.size);
    expect(all.filter((key) => key.columns[0] !== "org_id")).toEqual([]);
  });

  it("has org_id first in each foreign key, on both sides, and never loses it on delete", async () => {
    const foreign = await within(
      database,
      async (sql) => sql<{ name: string; own: string; other: string; ondelete: string }[]>`
        select c.conname as name, c.confdeltype::text as ondelete,
          (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1])
            as own,
          (select attname from pg_attribute where attrelid = c.confrelid and attnum = c.confkey[1])
            as other
        from pg_constraint c join pg_namespace n on n.oid = c.connamespace
        where c.contype = 'f' and n.nspname = 'public'`,
    );
    expect(foreign.length).toBeGreaterThan(60);
    expect(foreign.filter((key) => key.own !== "org_id" || key.other !== "org_id")).toEqual([]);
    expect(foreign.filter((key) => key.ondelete === "n" || key.ondelete === "d")).toEqual([]);
  });

  it("gives each constraint of public a name of ours", async () => {
    const generated = await within(
      database,
      async (sql) => sql`
        select conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
        where n.nspname = 'public' and c.contype in ('c', 'f', 'p', 'u')
          and conname ~ '_(fk|check[0-9]*)$'`,
    );
    expect(strings(generated, "conname")).toEqual([]);
  });

  it("has no sequence, trigger, function or partition in the write path", async () => {
    const found = await within(database, async (sql) => ({
      sequences: await sql`select c.relname from pg_class c join pg_namespace n
        on n.oid = c.relnamespace where c.relkind = 'S' and n.nspname in ('public', 'identity')`,
      triggers: await sql`select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace
        where not t.tgisinternal and n.nspname in ('public', 'identity')`,
      functions: await sql`select p.proname from pg_proc p join pg_namespace n
        on n.oid = p.pronamespace where n.nspname in ('public', 'identity')`,
      rules: await sql`select r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
        join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'identity')`,
      partitioned: await sql`select c.relname from pg_class c join pg_namespace n
        on n.oid = c.relnamespace where n.nspname = 'public' and (c.relkind = 'p' or c.relispartition)`,
    }));
    for (const [what, rows] of Object.entries(found)) expect(rows.length, what).toBe(0);
  });

  it("keeps instants with a zone and milliseconds, and money in whole minor units", async () => {
    const wrong = await within(
      database,
      async (sql) => sql`
        select c.relname || '.' || a.attname as place from pg_attribute a
          join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'identity') and c.relkind = 'r' and a.attnum > 0
          and not a.attisdropped and (
            format_type(a.atttypid, null) like 'timestamp%'
              and format_type(a.atttypid, a.atttypmod) <> 'timestamp(3) with time zone'
            or a.attname like '%_minor' and format_type(a.atttypid, null) <> 'bigint'
            or format_type(a.atttypid, null) in ('real', 'double precision', 'money'))`,
    );
    expect(strings(wrong, "place")).toEqual([]);
  });
});

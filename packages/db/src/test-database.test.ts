import postgres from "postgres";
import { expect, test } from "vitest";
import { createTestDatabase } from "./test-database.ts";

test("gives each caller a migrated database of its own", async () => {
  const databases = await Promise.all([
    createTestDatabase(),
    createTestDatabase(),
    createTestDatabase(),
  ]);
  expect(new Set(databases.map(({ apiUrl }) => apiUrl)).size).toBe(3);
  for (const { apiUrl } of databases) {
    const [row] = await query(
      apiUrl,
      "select current_user as role, to_regclass('identity.account') is not null as migrated",
    );
    expect(row).toEqual({ role: "rubric_api", migrated: true });
  }
  await Promise.all(databases.map((database) => database.drop()));
  for (const { apiUrl } of databases)
    await expect(query(apiUrl, "select 1")).rejects.toThrow(/does not exist/);
});

test("lets the roles in, and lets none but the owner make anything", async () => {
  const database = await createTestDatabase();
  for (const url of [database.apiUrl, database.auditorUrl, database.retentionUrl]) {
    await expect(query(url, "create temporary table t ()")).rejects.toThrow(/permission denied/);
    await expect(query(url, "create table public.t ()")).rejects.toThrow(/permission denied/);
  }
  await query(database.ownerUrl, "create table public.t ()");
  await database.drop();
});

test("drops a database that is still in use", async () => {
  const database = await createTestDatabase();
  const sql = postgres(database.apiUrl, { max: 1 });
  await sql`select 1`;
  await database.drop();
  await expect(sql`select 1`).rejects.toThrow();
  await sql.end();
});

async function query(url: string, text: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

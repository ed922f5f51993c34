import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Database } from "../src/connect.ts";
import { organization } from "../src/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "../src/test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Reader = Pick<Database, "select" | "execute">;

/** How often the one connection holds a prepared look-up of an organization, after it was made twice. */
async function heldAfterTwo(db: Reader): Promise<unknown> {
  for (const slug of ["acme", "globex"]) {
    const found = db.select({ id: organization.id }).from(organization);
    expect(await found.where(eq(organization.slug, slug))).toEqual([]);
  }
  const [row] = await db.execute(
    sql`select count(*)::int as held from pg_prepared_statements where statement like '%"organization"%'`,
  );
  return row?.["held"];
}

describe("a statement with parameters", () => {
  it.each([
    ["outside of a transaction", (db: Database) => heldAfterTwo(db)],
    ["in a transaction", (db: Database) => db.transaction(heldAfterTwo)],
    ["in a nested one", (db: Database) => db.transaction((tx) => tx.transaction(heldAfterTwo))],
  ])("is prepared once, %s", async (_where, held) => {
    const connection = connect(database.apiUrl, { max: 1 });
    try {
      expect(await held(connection.db)).toBe(1);
    } finally {
      await connection.close();
    }
  });

  it("is not behind a pooler that cannot keep it", async () => {
    const connection = connect(database.apiUrl, { max: 1, prepare: false });
    try {
      expect(await heldAfterTwo(connection.db)).toBe(0);
    } finally {
      await connection.close();
    }
  });

  it("counts on rows of an organization that nobody has analyzed yet", async () => {
    const connection = connect(database.ownerUrl, { max: 1 });
    const { sql: client } = connection;
    try {
      await client`create table many (org_id int, id int)`;
      await client`insert into many select org, id from generate_series(1, 3) org, generate_series(1, 500) id`;
      await client`analyze many`;
      await client`prepare of_one as select id from many where org_id = $1`;
      const [plan] = await client`explain (format json) execute of_one(4)`;
      expect(plan).toMatchObject({ "QUERY PLAN": [{ Plan: { "Plan Rows": 500 } }] });
    } finally {
      await connection.close();
    }
  });
});

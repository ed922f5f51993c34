import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Connection } from "./connect.ts";
import { statement } from "./statement.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.apiUrl, { max: 2 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const place = (name: string) => sql.placeholder(name);
const asked = statement(sql`
  select ${place("a")}::text as a, ${place("b")}::int as b, ${place("a")}::text as again,
    ${sql.param(["it's", "two"])}::text[] as list, ${"o'clock"} as word, ${7}::int as seven`);
const row = { a: "x", b: 2, again: "x", list: ["it's", "two"], word: "o'clock", seven: 7 };

describe("a statement", () => {
  it("numbers each placeholder once, and writes constants into its text", () => {
    expect(asked.text.match(/\$\d/g)).toEqual(["$1", "$2", "$1"]);
    expect(asked.text).toContain("'o''clock'");
    expect(asked.values({ b: 2, a: "x" })).toEqual(["x", 2]);
  });

  it("answers the same by itself and within a transaction", async () => {
    const of = { a: "x", b: 2 };
    expect([...(await connection.look(asked.text, asked.values(of)))]).toEqual([row]);
    const [within] = await connection.db.transaction((tx) => asked.send(tx, of));
    expect(within).toEqual(row);
  });

  it("keeps what is given out of its text", async () => {
    const hostile = { a: "'; drop table member; --", b: 1 };
    const [found] = await connection.db.transaction((tx) => asked.send(tx, hostile));
    expect(found).toMatchObject(hostile);
  });

  it("fails for a value that is missing", () => {
    expect(() => asked.values({ a: "x" })).toThrow("no value for b");
  });

  it("leaves nothing behind on its connection: a setting ends with it", async () => {
    const set = statement(sql`select set_config('app.org', ${place("org")}, true) as org`);
    const read = statement(sql`select coalesce(current_setting('app.org', true), '') as org`);
    const orgs = Array.from({ length: 60 }, (_, n) => `org-${n}`);
    const answers = await Promise.all(
      orgs.flatMap((org) => [
        connection.look(set.text, set.values({ org })),
        connection.look(read.text, []),
      ]),
    );
    expect(answers.map(([first]) => first?.["org"])).toEqual(orgs.flatMap((org) => [org, ""]));
  });
});

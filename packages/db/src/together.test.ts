import { setTimeout as after } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Connection } from "./connect.ts";
import { sqlState } from "./errors.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";
import { together } from "./together.ts";

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

/**
 * Divides by what it is given, after a branch that asks twice: where the division fails, the second
 * of its questions is refused for that.
 */
const asked = (by: number) =>
  connection.db.transaction((tx) => {
    const divide = (n: number) => tx.execute(sql`select 1 / ${n}::int as one`);
    const twice = async () => {
      await divide(1);
      return (await divide(1))[0];
    };
    return together([twice(), divide(by), divide(1)]);
  });

describe("reads that are sent together", () => {
  it("answer each in its place", async () => {
    const [first, second] = await asked(1);
    expect(first).toEqual({ one: 1 });
    expect([...second]).toEqual([{ one: 1 }]);
  });

  it("fail with what the others only follow from", async () => {
    await asked(1);
    const failed = await asked(0).catch((error: unknown) => error);
    expect(sqlState(failed)).toBe("22012");
    expect(await asked(1)).toHaveLength(3);
  });

  it("have all ended when one failed, so that none asks after the transaction", async () => {
    let ended = false;
    const slow = after(40).then(() => void (ended = true));
    await expect(together([Promise.reject(new Error("no")), slow])).rejects.toThrow("no");
    expect(ended).toBe(true);
  });
});

import { setTimeout as after } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Database, type Tx } from "../src/connect.ts";
import { afresh } from "../src/preparing.ts";
import { createTestDatabase, type TestDatabase } from "../src/test-database.ts";
import { together } from "../src/together.ts";
import { within } from "./superuser.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const slow = (tx: Tx) => tx.execute(sql`select pg_sleep(${5})`);

/** What is under way, or about to be, when the server ends the connection. */
const WORKS: [string, (tx: Tx) => Promise<unknown>][] = [
  ["while a statement is under way", slow],
  ["in a nested transaction", (tx) => tx.transaction(slow)],
  ["while several travel together", (tx) => together([slow(tx), slow(tx), slow(tx)])],
  ["between two statements", (tx) => after(400).then(() => tx.execute(sql`select 1`))],
  ["after the last of them", () => after(400)],
  ["and the work does not mind", (tx) => slow(tx).catch(() => tx.execute(sql`select 1`))],
];

describe("a connection that is lost in a transaction", () => {
  it.each(WORKS)("fails that transaction and no other, %s", async (_when, work) => {
    const connection = connect(database.apiUrl, { max: 1 });
    let ended: Promise<unknown> | undefined;
    try {
      const failed = connection.db
        .transaction(async (tx) => {
          const [own] = await tx.execute(sql`select pg_backend_pid() as pid`);
          ended = after(100).then(() => terminate(Number(own?.["pid"])));
          return work(tx);
        })
        .catch((error: unknown) => error);
      expect(await failed).toBeInstanceOf(Error);
      await ended;
      expect(await connection.db.transaction((tx) => asks(tx))).toEqual([{ one: 1 }]);
      expect(await asks(connection.db)).toEqual([{ one: 1 }]);
    } finally {
      await connection.close();
    }
  });
});

it("loses no look with a connection, nor the one after it", async () => {
  const connection = connect(database.apiUrl, { max: 1 });
  const pidOfLane = async () =>
    Number((await connection.look("select pg_backend_pid() as pid, $1::int", [1]))[0]?.["pid"]);
  try {
    for (const pid of [await pidOfLane(), await pidOfLane(), await pidOfLane()])
      await terminate(pid);
    expect(await Promise.all([pidOfLane(), pidOfLane(), pidOfLane()])).not.toContain(NaN);
  } finally {
    await connection.close();
  }
});

it("begins nothing twice: work that has begun is not asked for again", async () => {
  const ended = Object.assign(new Error("ended"), { severity: "FATAL" });
  const asking = (used: boolean) => {
    let times = 0;
    const ask = () => {
      times += 1;
      return times === 1 ? Promise.reject(ended) : Promise.resolve(times);
    };
    return afresh(ask, () => used);
  };
  await expect(asking(true)).rejects.toBe(ended);
  await expect(asking(false)).resolves.toBe(2);
});

function terminate(pid: number) {
  return within(database, (superuser) => superuser`select pg_terminate_backend(${pid})`);
}

async function asks(db: Pick<Database, "execute">): Promise<unknown[]> {
  return [...(await db.execute(sql`select 1 as one`))];
}

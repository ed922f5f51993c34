import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, type Connection } from "../src/connect.ts";
import { createTestDatabase, type TestDatabase } from "../src/test-database.ts";

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.apiUrl, { max: 1 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

it("leaves nothing of what a look answered in old memory", async () => {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("This Node collects nothing when asked.");
  const look = async (times: number) => {
    for (let n = 0; n < times; n += 1) {
      await connection.look(
        "select json_agg(md5(n::text)) as texts from generate_series(1, $1) n",
        [1000],
      );
      collect({ type: "minor" });
    }
  };
  await look(20);
  collect();
  const before = process.memoryUsage().heapUsed;
  await look(200);
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(5);
});

import { expect, it } from "vitest";
import {
  createTestDatabase,
  isPrepared,
  prepareTestDatabases,
  testCluster,
} from "../src/test-database.ts";

it("prepares test databases anew once those of before are deleted", async () => {
  const cluster = testCluster() ?? "";
  for (const _time of [1, 2]) {
    const undo = await prepareTestDatabases(cluster);
    const database = await createTestDatabase();
    await database.drop();
    await undo();
    expect(isPrepared()).toBe(false);
    expect(testCluster()).toBe(cluster);
  }
});

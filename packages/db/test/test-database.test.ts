import { afterEach, expect, it, vi } from "vitest";
import {
  createTestDatabase,
  isPrepared,
  prepareTestDatabases,
  testCluster,
} from "../src/test-database.ts";

afterEach(() => vi.unstubAllEnvs());

async function prepareAndUndo(cluster: string): Promise<void> {
  const undo = await prepareTestDatabases(cluster);
  const database = await createTestDatabase();
  await database.drop();
  await undo();
}

it("prepares test databases anew once those of before are deleted", async () => {
  const cluster = testCluster() ?? "";
  vi.stubEnv("RUBRIC_TEST_TEMPLATE", undefined);
  for (const _time of [1, 2]) {
    await prepareAndUndo(cluster);
    expect(isPrepared()).toBe(false);
    expect(testCluster()).toBe(cluster);
  }
});

it("leaves to who prepared some before what they prepared", async () => {
  await prepareAndUndo(testCluster() ?? "");
  const database = await createTestDatabase();
  await database.drop();
});

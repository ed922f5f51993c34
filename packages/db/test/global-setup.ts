import { fileURLToPath } from "node:url";
import {
  type RunningPostgres,
  defaultDataDir,
  removeAbandoned,
  startPostgres,
} from "../src/embedded.ts";
import { isPrepared, prepareTestDatabases, testCluster } from "../src/test-database.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let server: RunningPostgres | undefined;
let dropTemplate: (() => Promise<void>) | undefined;

/** Gives the test run a cluster, its own unless one was given, and a migrated database to clone. */
export async function setup(): Promise<void> {
  if (isPrepared()) return;
  let superUrl = testCluster();
  if (superUrl === undefined) {
    const dataDir = defaultDataDir(root, `test-${process.pid}`);
    await removeAbandoned(dataDir, "test-");
    server = await startPostgres({ dataDir, ephemeral: true });
    superUrl = server.url;
  }
  dropTemplate = await prepareTestDatabases(superUrl);
}

export async function teardown(): Promise<void> {
  try {
    await dropTemplate?.();
  } finally {
    await server?.stop();
    server = undefined;
    dropTemplate = undefined;
  }
}

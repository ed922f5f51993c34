import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  defaultDataDir,
  removeAbandoned,
  type RunningPostgres,
  startPostgres,
} from "@rubric/db/embedded";
import { migrate } from "@rubric/db/migrate";
import { type DatabaseUrls, provisionDatabase } from "@rubric/db/provision";

/** A Postgres of this run's own, which writes to the disk as one with people's data does. */
export type Cluster = DatabaseUrls & {
  /** The superuser in the same database, whom row-level security does not hold. */
  superUrl: string;
  stop(): Promise<void>;
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const DATABASE = "rubric_bench";

/** Starts it and brings an empty database to today's schema; stopping it deletes all of it. */
export async function startCluster(): Promise<Cluster> {
  const dataDir = defaultDataDir(root, `bench-${process.pid}`);
  await removeAbandoned(dataDir, "bench-");
  const server = await startPostgres({ dataDir });
  try {
    const urls = await provisionDatabase(server.url, DATABASE);
    await migrate(urls.ownerUrl);
    const superUrl = new URL(server.url);
    superUrl.pathname = `/${DATABASE}`;
    return { ...urls, superUrl: superUrl.href, stop: () => remove(server, dataDir) };
  } catch (error) {
    await remove(server, dataDir);
    throw error;
  }
}

async function remove(server: RunningPostgres, dataDir: string): Promise<void> {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

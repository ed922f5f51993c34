import type { Deps } from "@rubric/domain/execution";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";

/** The way into the worker's queues: jobs are put there inside a command's own transaction. */
export async function openQueues(
  databaseUrl: string,
): Promise<{ enqueue: Deps["enqueue"]; close: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    migrate: false,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on("error", () => {});
  await boss.start();
  return {
    enqueue: enqueueBy(boss),
    close: () => boss.stop({ graceful: false }),
  };
}

/** Puts a job into a queue within a transaction. */
export function enqueueBy(boss: PgBoss): Deps["enqueue"] {
  return async (tx, queue, payload, options) => {
    await boss.send(queue, payload, {
      ...(options.after === undefined ? {} : { startAfter: options.after }),
      db: fromDrizzle(tx, sql),
    });
  };
}

import type { JobPayload } from "@rubric/db";
import { type Connection, connect } from "@rubric/db";
import type { Deps } from "@rubric/domain/execution";
import { LIMITS } from "@rubric/domain/limits";
import type { Webhooks } from "@rubric/domain/webhook";
import { type JobResult, type JobWithMetadata, PgBoss } from "pg-boss";
import { z } from "zod";
import { enqueueBy } from "../queues.ts";
import { type Attempt, deliver, deliverAccountMail, type Delivery } from "./deliver.ts";
import { eraseOne, settleDay } from "./erase.ts";
import type { Log } from "./log.ts";
import { fetchSource } from "./metric/fetch-source.ts";
import { tryPolicy } from "./try-policy.ts";
import { deliverEvent } from "./webhook/deliver.ts";
import { tick, writeDownHeads } from "./tick.ts";
import type { Transport } from "./transport.ts";

export type WorkerOptions = {
  databaseUrl: string;
  retentionUrl: string;
  prepare: boolean;
  publicUrl: string;
  from: string;
  checkpointFile: string;
  transport: Transport;
  /** Where events may be sent; without it only to public https addresses. */
  webhooks?: Webhooks;
  log: Log;
  /** Seconds between two looks at what is due; the queues let one worker in at a time. */
  everySeconds: { tick: number; checkpoint: number; retention: number };
};

export type RunningWorker = { stop(): Promise<void> };

/** The schema is the owner's: the worker's role may neither migrate it nor rebuild its indexes. */
export const QUEUE_RIGHTS = {
  migrate: false,
  createSchema: false,
  schedule: false,
  supervise: true,
  reindex: false,
  monitorVacuum: false,
} as const;

/** A look that comes once a day is offered each hour, so that a restart loses none. */
const LONGEST_WAIT_MS = 3_600_000;

const Payload = z.object({ orgId: z.uuid().nullable(), id: z.uuid() });

/** Runs the jobs until it is stopped. As `rubric_api`, erasure and stored answers as `rubric_retention`. */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { log, transport } = options;
  const pool = { max: 4, prepare: options.prepare };
  const api = connect(options.databaseUrl, pool);
  const retention = connect(options.retentionUrl, { ...pool, max: 2, statementSeconds: 120 });
  const boss = new PgBoss({ ...QUEUE_RIGHTS, connectionString: options.databaseUrl, max: 4 });
  boss.on("error", (error) => log.error({ err: error }, "the queues do not answer"));
  await boss.start();
  const enqueue = enqueueBy(boss);
  const deps = (of: Connection): Deps => ({
    db: of.db,
    limits: LIMITS,
    enqueue,
    ...(options.webhooks === undefined ? {} : { webhooks: options.webhooks }),
  });
  const delivery: Delivery = {
    db: api.db,
    limits: LIMITS,
    publicUrl: options.publicUrl,
    enqueue,
    from: options.from,
    transport,
    log,
  };
  const stopping = new AbortController();

  await workOn(boss, "mail", { batchSize: 20 }, (attempt) => deliver(delivery, attempt));
  await workOn(boss, "passwordChanged", { batchSize: 5 }, (attempt) =>
    deliverAccountMail(delivery, "passwordChanged", attempt),
  );
  await workOn(boss, "erasure", { batchSize: 1 }, ({ payload }) =>
    eraseOne(deps(retention), transport, payload),
  );
  await workOn(boss, "policyTrial", { batchSize: 1 }, (attempt) => tryPolicy(deps(api), attempt));
  const events = { ...deps(api), log, random: Math.random };
  // Each by itself: a receiver that answers slowly holds up no batch.
  await workOn(boss, "webhook", { batchSize: 1, localConcurrency: 8 }, ({ payload }) =>
    deliverEvent(events, payload),
  );
  await workOn(boss, "metric", { batchSize: 1, localConcurrency: 2 }, ({ payload }) =>
    fetchSource(events, payload),
  );
  const looking = { pollingIntervalSeconds: 1 };
  await boss.work("tick", looking, () =>
    tick({ api: events, retention: deps(retention), log, stopping: stopping.signal }),
  );
  await boss.work("checkpoint", looking, async () => {
    await writeDownHeads(deps(api), options.checkpointFile);
  });
  await boss.work("retention", looking, async () => {
    const { erased, failed } = await settleDay(deps(retention), transport, {
      log,
      stopping: stopping.signal,
    });
    if (erased > 0) log.info({ erased }, "erased what was due");
    if (failed > 0) throw new Error("Not all that was due was erased.");
  });

  const timers = (["tick", "checkpoint", "retention"] as const).map((queue) => {
    const seconds = options.everySeconds[queue];
    const look = () =>
      void boss.send(queue, {}, { singletonSeconds: seconds }).catch((error: unknown) => {
        log.error({ err: error }, "the queues do not answer");
      });
    look();
    return setInterval(look, Math.min(seconds * 500, LONGEST_WAIT_MS));
  });

  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 5000 });
      await transport.close();
      await Promise.all([api.close(), retention.close()]);
    },
  };
}

/** Works on a queue, several jobs at a time; one that fails is tried again without the others. */
async function workOn(
  boss: PgBoss,
  queue: "mail" | "passwordChanged" | "erasure" | "policyTrial" | "webhook" | "metric",
  pace: { batchSize: number; localConcurrency?: number },
  work: (attempt: Attempt) => Promise<void>,
): Promise<void> {
  const settle = async (job: JobWithMetadata<JobPayload>): Promise<JobResult> => {
    try {
      const payload = Payload.parse(job.data);
      await work({ payload, last: job.retryCount >= job.retryLimit });
      return { id: job.id, status: "completed" };
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      return { id: job.id, status: "failed", output: { name } };
    }
  };
  await boss.work(
    queue,
    { ...pace, includeMetadata: true, perJobResults: true, pollingIntervalSeconds: 1 },
    (jobs: JobWithMetadata<JobPayload>[]) => Promise.all(jobs.map(settle)),
  );
}

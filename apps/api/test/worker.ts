import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { mail } from "@rubric/db/schema";
import type { Org } from "@rubric/domain/context";
import { queueMail } from "@rubric/domain/mail";
import type { Webhooks } from "@rubric/domain/webhook";
import { and, eq } from "drizzle-orm";
import pino from "pino";
import { afterAll, beforeAll } from "vitest";
import type { Harness } from "../../../packages/domain/test/harness.ts";
import { openQueues } from "../src/queues.ts";
import { runWorker, type RunningWorker } from "../src/worker/run.ts";
import type { Transport } from "../src/worker/transport.ts";

const PUBLIC_URL = "https://rubric.test";

/** How long a worker may take for what it is to do. */
export const SOON = { timeout: 15_000, interval: 100 };

/** The letter that someone's application arrived. */
type Applied = { candidateId: string; applicationId: string };

/** What a test of the worker stands on: queues, a folder of its own and what was logged. */
export function useWorker(harness: Harness, level: "warn" | "trace" = "warn") {
  const state: { folder?: string; queues?: Awaited<ReturnType<typeof openQueues>> } = {};
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("The queues are opened in beforeAll.");
    return value;
  };
  const logged: string[] = [];
  const write = (chunk: Buffer, _encoding: string, done: () => void) => {
    logged.push(chunk.toString("utf8"));
    done();
  };
  const log = pino({ level }, new Writable({ write }));
  beforeAll(async () => {
    state.folder = await mkdtemp(join(tmpdir(), "rubric-worker-"));
    state.queues = await openQueues(harness.database.apiUrl);
  });
  afterAll(async () => {
    await state.queues?.close();
    await rm(need(state.folder), { recursive: true });
  });
  return {
    logged,
    get folder() {
      return need(state.folder);
    },
    get queues() {
      return need(state.queues);
    },
    start: (transport: Transport, webhooks?: Webhooks): Promise<RunningWorker> =>
      runWorker({
        databaseUrl: harness.database.apiUrl,
        retentionUrl: harness.database.retentionUrl,
        prepare: true,
        publicUrl: PUBLIC_URL,
        from: "rubric@rubric.test",
        checkpointFile: join(need(state.folder), "checkpoints.jsonl"),
        transport,
        ...(webhooks === undefined ? {} : { webhooks }),
        log,
        everySeconds: { tick: 1, checkpoint: 1, retention: 1 },
      }),
    /** Queues an e-mail as a command does: row and job in one transaction. */
    queued: (org: Org, { candidateId, applicationId }: Applied): Promise<string> =>
      harness.within(org.id, (tx) =>
        queueMail(
          {
            tx,
            org,
            clock: new Date(),
            enqueue: (queue, payload, after) =>
              need(state.queues).enqueue(tx, queue, payload, after ?? {}),
          },
          {
            template: "candidate.applied",
            recipient: "candidate",
            recipientId: candidateId,
            subjectId: applicationId,
          },
        ),
      ),
    mailState: async (org: Org, id: string) => {
      const [row] = await harness.within(org.id, (tx) =>
        tx
          .select({ state: mail.state })
          .from(mail)
          .where(and(eq(mail.orgId, org.id), eq(mail.id, id))),
      );
      return row?.state;
    },
  };
}

import { join } from "node:path";
import { checkpointFile, readWorkerEnv, webhooksOf } from "./env.ts";
import { makeLog } from "./worker/log.ts";
import { runWorker } from "./worker/run.ts";
import { mailboxTransport, openMailbox } from "./worker/mailbox.ts";
import { openSmtp, type Transport } from "./worker/transport.ts";

const env = readWorkerEnv();
const log = makeLog(env.LOG_LEVEL);

async function openTransport(): Promise<Transport> {
  if (env.SMTP_URL !== undefined) return openSmtp(env.SMTP_URL);
  const folder = env.MAILBOX_DIR ?? join(env.DATA_DIR, "mailbox");
  const mailbox = await openMailbox(folder, env.MAILBOX_PORT ?? 0);
  log.info({ port: mailbox.port }, "the mailbox is open");
  return mailboxTransport(mailbox);
}

const worker = await runWorker({
  databaseUrl: env.DATABASE_URL,
  retentionUrl: env.DATABASE_RETENTION_URL,
  prepare: env.DATABASE_PREPARE,
  publicUrl: env.PUBLIC_URL,
  from: env.MAIL_FROM ?? `rubric@${new URL(env.PUBLIC_URL).hostname}`,
  checkpointFile: checkpointFile(env),
  transport: await openTransport(),
  webhooks: webhooksOf(env),
  log,
  everySeconds: { tick: 60, checkpoint: 20, retention: 86_400 },
});
log.info("the worker runs");

async function stop(): Promise<void> {
  await worker.stop();
  log.info("the worker has stopped");
}
process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());

import { connect, connectReader, requireReader } from "@rubric/db";
import { readCheckpoints } from "@rubric/domain/audit";
import { type Deps, makeReaders } from "@rubric/domain/execution";
import { keepCallers } from "@rubric/domain/identity";
import { LIMITS } from "@rubric/domain/limits";
import { makePolicyCache } from "@rubric/domain/policy";
import pino from "pino";
import { makeApp } from "./app.ts";
import { missedCalls } from "./contract/open.ts";
import { checkpointFile, readEnv, webhooksOf } from "./env.ts";
import { makeMetrics, serveMetrics } from "./metrics.ts";
import { openQueues } from "./queues.ts";

const env = readEnv();
const pool = { max: env.DATABASE_CONNECTIONS, prepare: env.DATABASE_PREPARE };
const connection = connect(env.DATABASE_URL, pool);
const reader =
  env.DATABASE_READER_URL === undefined ? null : connectReader(env.DATABASE_READER_URL, pool);
if (reader !== null) await requireReader(reader, connection);
const queues = await openQueues(env.DATABASE_URL);
const limits = { ...LIMITS, signUp: env.ALLOW_SIGNUP || env.DEMO };
const checkpoints = checkpointFile(env);
const policies = makePolicyCache();
const callers = keepCallers(connection.db);
const deps: Deps = {
  db: connection.db,
  look: connection.look,
  ...(reader && { readers: makeReaders(reader) }),
  limits,
  enqueue: queues.enqueue,
  policies,
  callers,
  internalNetworks: env.INTERNAL_NETWORKS,
  webhooks: webhooksOf(env),
  readCheckpoints: (orgId) => readCheckpoints(checkpoints, orgId),
};
const metrics = makeMetrics({ policies, callers });
// Lines are written together, each second at the latest, and all of them before the process ends.
const log = pino.destination({ sync: false, minLength: 4096, periodicFlush: 1000 });
const app = await makeApp(deps, env, { metrics, stream: log });
const stopMetrics =
  env.METRICS_PORT === undefined
    ? null
    : await serveMetrics(metrics, { host: env.METRICS_HOST, port: env.METRICS_PORT });

async function stop(): Promise<void> {
  await app.close();
  log.flushSync();
  await stopMetrics?.();
  await queues.close();
  await Promise.all([connection.close(), reader?.close()]);
}
process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());

await app.listen({ host: env.HOST, port: env.PORT });

// Only a word for who operates it: a process that serves does not end for it.
try {
  for (const { procedure, contractId, lastUsed } of await missedCalls(connection.db)) {
    app.log.warn({ contractId, lastUsed }, `${procedure} is gone, and its clients are not`);
  }
} catch (error) {
  app.log.error(error, "Which removed procedures are missed is not known");
}

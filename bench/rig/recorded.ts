import { connect, type Look } from "@rubric/db";
import { preparing } from "@rubric/db/preparing";
import { makeApp } from "@rubric/api/app";
import { openQueues } from "@rubric/api/queues";
import { type Deps, makeReaders } from "@rubric/domain/execution";
import { keepCallers } from "@rubric/domain/identity";
import { LIMITS } from "@rubric/domain/limits";
import { makePolicyCache } from "@rubric/domain/policy";
import { STRICT } from "@rubric/domain/webhook";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Rig } from "./rig.ts";
import { type Posted, PUBLIC_URL } from "./rubric.ts";

/** A statement as it was sent, with its parameters as JSON. */
type Statement = { text: string; params: string };

/** What one request to our API had sent to the database, in order, and what it answered. */
export type Recording = { statements: Statement[]; answer: unknown };

/**
 * Has our API, in this process and on one connection, answer these requests in turn, and writes down
 * what it sends to the database for each.
 */
export async function record(rig: Rig, requests: readonly Posted[]): Promise<Recording[]> {
  let statements: Statement[] = [];
  const { options } = connect(rig.cluster.apiUrl, { max: 1 }).sql;
  const sql = postgres(rig.cluster.apiUrl, {
    max: 1,
    onnotice: () => {},
    connection: options.connection,
    debug: (_, text, params) => statements.push({ text, params: JSON.stringify(params) }),
  });
  const queues = await openQueues(rig.cluster.apiUrl);
  const db = drizzle(preparing(sql));
  // All that a process lends to its calls: one more is to be lent here too, or this does not compile.
  const look: Look = (text, values) => sql.unsafe(text, [...values], { prepare: true });
  const deps: Required<Omit<Deps, "now" | "notKept">> = {
    db,
    look,
    readers: makeReaders({ db, look }),
    limits: LIMITS,
    enqueue: queues.enqueue,
    policies: makePolicyCache(),
    callers: keepCallers(db),
    internalNetworks: [],
    webhooks: STRICT,
    readCheckpoints: () => Promise.resolve({ checkpoints: [], brokenAtLine: null }),
  };
  const app = await makeApp(deps, {
    PUBLIC_URL,
    WEB_URL: undefined,
    TRUSTED_PROXIES: "",
    VISITOR_KEY: "the key of the door of this measurement",
    LOG_LEVEL: "silent",
    NODE_ENV: "production",
  });
  try {
    const recordings: Recording[] = [];
    for (const { path, headers, body } of requests) {
      statements = [];
      const answer = await app.inject({ method: "POST", url: path, headers, payload: body });
      if (answer.statusCode !== 200) throw new Error(`rubric answers ${answer.body}`);
      // What a process notes by itself afterwards is no part of the command.
      const end = statements.findLastIndex(({ text }) => text.startsWith("commit"));
      recordings.push({ statements: statements.slice(0, end + 1), answer: answer.json() });
    }
    return recordings;
  } finally {
    await app.close();
    await queues.close();
    await sql.end({ timeout: 5 });
  }
}

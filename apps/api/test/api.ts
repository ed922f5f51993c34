import { randomUUID } from "node:crypto";
import { connect, type Connection, connectReader, type Tx } from "@rubric/db";
import { createTestDatabase, type TestDatabase } from "@rubric/db/test-database";
import { makeReaders, type Readers } from "@rubric/domain/execution";
import { LIMITS } from "@rubric/domain/limits";
import { sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll } from "vitest";
import { makeApp } from "../src/app.ts";
import { openQueues } from "../src/queues.ts";

export const PUBLIC_URL = "http://rubric.test";
/** With it a test speaks as the door does when it passes a page's visitor on. */
export const VISITOR_KEY = "the key of the door of these tests";

export type TestApi = {
  app: FastifyInstance;
  database: TestDatabase;
  connection: Connection;
  /** What queries are lent. */
  readers: Readers;
  /** Writes rows as `rubric_api` inside an organization; for factories only. */
  within<T>(orgId: string, write: (tx: Tx) => Promise<T>): Promise<T>;
  /** Calls a procedure over HTTP the way a browser of ours does. */
  call(
    path: string,
    input: object,
    options?: {
      cookie?: string;
      org?: string;
      candidate?: string;
      key?: string | null;
      headers?: Record<string, string>;
    },
  ): Promise<{
    status: number;
    body: unknown;
    cookie: string | null;
    header: (name: string) => string | null;
  }>;
};

/** The API on a database of its own, as in production, without a socket. */
export function useApi(more: Parameters<typeof makeApp>[2] = {}): TestApi {
  const state: Partial<Pick<TestApi, "app" | "database" | "connection" | "readers">> = {};
  let reader: Connection | null = null;
  let closeQueues: (() => Promise<void>) | null = null;
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("The API is opened in beforeAll.");
    return value;
  };
  beforeAll(async () => {
    state.database = await createTestDatabase();
    state.connection = connect(state.database.apiUrl, { max: 20 });
    reader = connectReader(state.database.readerUrl, { max: 20 });
    // Each query is sent without the wall first: who forgot that it may be there would be seen (law 10).
    state.readers = { ...makeReaders(reader), restricts: () => false };
    const queues = await openQueues(state.database.apiUrl);
    closeQueues = queues.close;
    state.app = await makeApp(
      {
        db: state.connection.db,
        look: state.connection.look,
        readers: state.readers,
        limits: LIMITS,
        enqueue: queues.enqueue,
      },
      {
        PUBLIC_URL,
        WEB_URL: undefined,
        TRUSTED_PROXIES: "",
        VISITOR_KEY,
        LOG_LEVEL: "silent",
        NODE_ENV: "test",
      },
      more,
    );
  });
  afterAll(async () => {
    await state.app?.close();
    await closeQueues?.();
    await Promise.all([state.connection?.close(), reader?.close()]);
    await state.database?.drop();
  });
  return {
    get app() {
      return need(state.app);
    },
    get database() {
      return need(state.database);
    },
    get connection() {
      return need(state.connection);
    },
    get readers() {
      return need(state.readers);
    },
    within: (orgId, write) =>
      need(state.connection).db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.org', ${orgId}, true)`);
        return write(tx);
      }),
    async call(path, input, options = {}) {
      const key = options.key === undefined ? randomUUID() : options.key;
      const answer = await need(state.app).inject({
        method: "POST",
        url: `/api/trpc/${path}`,
        headers: {
          "content-type": "application/json",
          origin: PUBLIC_URL,
          ...(key === null ? {} : { "idempotency-key": key }),
          ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
          ...(options.org === undefined ? {} : { "x-org": options.org }),
          ...(options.candidate === undefined ? {} : { "x-candidate-link": options.candidate }),
          ...options.headers,
        },
        payload: JSON.stringify(input),
      });
      const set = answer.headers["set-cookie"];
      const cookie = (Array.isArray(set) ? set[0] : set)?.split(";", 1)[0] ?? null;
      const header = (name: string) => {
        const value = answer.headers[name];
        return value === undefined ? null : String(value);
      };
      return { status: answer.statusCode, body: answer.json(), cookie, header };
    },
  };
}

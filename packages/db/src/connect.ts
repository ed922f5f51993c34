import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import {
  drizzle,
  type PostgresJsDatabase,
  type PostgresJsQueryResultHKT,
} from "drizzle-orm/postgres-js";
import postgres, { type Row, type Sql } from "postgres";
import { afresh, preparing } from "./preparing.ts";
import { writeTextFast } from "./sql-text.ts";
import type { Value } from "./statement.ts";

writeTextFast();

type NoSchema = Record<string, never>;

export type Database = PostgresJsDatabase<NoSchema>;
export type Tx = PgTransaction<
  PostgresJsQueryResultHKT,
  NoSchema,
  ExtractTablesWithRelations<NoSchema>
>;
/** What a query may do with the database. */
export type Reader = Pick<
  Tx,
  "select" | "selectDistinct" | "selectDistinctOn" | "execute" | "with" | "$with" | "_"
>;

/**
 * Runs a statement that is a transaction of its own: no other round trip begins or ends it. What it
 * sets with `set_config(…, true)` is gone with it.
 */
export type Look = (
  text: string,
  values: readonly Value[],
) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export type Connection = { db: Database; sql: Sql; look: Look; close(): Promise<void> };

/** Connections for such statements: they travel behind one another, so that few carry many. */
const LANES = 3;
/** How long one of them waits for a lock; all that travel behind it wait, too. */
const LANE_WAITS_MS = 2000;

type PoolOptions = { max?: number; statementSeconds?: number; prepare?: boolean };

/**
 * A pool of connections as `rubric_reader`. Whoever is restricted while a query is under way was not
 * when it began, for all of its statements (law 10): each transaction has one snapshot and writes nothing.
 */
export function connectReader(url: string, options: PoolOptions = {}): Connection {
  return connectIn(url, options, "isolation level repeatable read read only");
}

/**
 * A pool of connections. `max` connections; a statement is cut off after `statementSeconds`;
 * `prepare` keeps what the server made of a statement for the next time, unless a pooler before it
 * cannot.
 */
export function connect(url: string, options: PoolOptions = {}): Connection {
  return connectIn(url, options);
}

/** Transactions begin in this mode. */
function connectIn(url: string, options: PoolOptions, mode?: string): Connection {
  const prepare = options.prepare ?? true;
  const open = (max: number, more: { lock_timeout?: number } = {}) =>
    postgres(url, {
      max,
      prepare,
      onnotice: () => {},
      connection: {
        // By its parameters, an organization that came after the last ANALYZE would be planned as
        // one without rows, and joined by going through all of its rows for each of its rows.
        plan_cache_mode: "force_generic_plan",
        TimeZone: "UTC",
        statement_timeout: (options.statementSeconds ?? 15) * 1000,
        ...more,
      },
    });
  const sql = open(options.max ?? 10);
  const lanes = open(LANES, { lock_timeout: LANE_WAITS_MS });
  return {
    db: drizzle(preparing(sql, { prepare, mode })),
    sql,
    look: (text, values) =>
      afresh(async () => takeRows(await lanes.unsafe(text, [...values], { prepare }))),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), lanes.end({ timeout: 5 })]);
    },
  };
}

/**
 * Takes the rows out of an answer, so that its query holds none of them any longer. Postgres.js gives
 * each query functions of its own as properties; V8 makes such functions in old memory, where a dead
 * one stays until all of it is collected, and with it whatever it leads to: query, answer and rows.
 */
function takeRows(answer: Row[]): Row[] {
  return answer.splice(0);
}

import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import {
  drizzle,
  type PostgresJsDatabase,
  type PostgresJsQueryResultHKT,
} from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";

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
  "select" | "selectDistinct" | "selectDistinctOn" | "execute" | "with" | "$with"
>;

export type Connection = { db: Database; sql: Sql; close(): Promise<void> };

/** A pool of connections. `max` connections; a statement is cut off after `statementSeconds`. */
export function connect(
  url: string,
  options: { max?: number; statementSeconds?: number; prepare?: boolean } = {},
): Connection {
  const sql = postgres(url, {
    max: options.max ?? 10,
    prepare: options.prepare ?? true,
    onnotice: () => {},
    connection: { statement_timeout: (options.statementSeconds ?? 15) * 1000 },
  });
  return { db: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) };
}

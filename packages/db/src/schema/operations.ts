import { date, pgSchema, primaryKey, text } from "drizzle-orm/pg-core";

/** What is known of this installation as a whole; holds nothing of an organization or a person. */
export const operations = pgSchema("operations");

/** On which day (UTC) a client of a contract last called a procedure; one row for each pair. */
export const contractUsage = operations.table(
  "contract_usage",
  {
    contractId: text("contract_id").notNull(),
    procedure: text("procedure").notNull(),
    lastUsed: date("last_used", { mode: "string" }).notNull(),
  },
  (t) => [primaryKey({ name: "contract_usage_pkey", columns: [t.contractId, t.procedure] })],
);

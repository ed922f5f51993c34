import type { Reader } from "@rubric/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Deps } from "./deps.ts";

const Begun = z.tuple([z.object({ now: z.coerce.date() })]);

/**
 * Sets the organization for row-level security and reads the transaction's clock, all in one round
 * trip. With `readOnly` nothing is written from here on; a lock is waited for `lockSeconds`.
 */
export async function begin(
  read: Reader,
  orgId: string,
  deps: Deps,
  { readOnly = false, lockSeconds = 2 }: { readOnly?: boolean; lockSeconds?: 2 | 10 } = {},
): Promise<Date> {
  const rows = await read.execute(
    sql`select set_config('app.org', ${orgId}, true),
      set_config('lock_timeout', ${`${lockSeconds}s`}, true),
      set_config('transaction_read_only', ${readOnly ? "on" : "off"}, true),
      transaction_timestamp() as now`,
  );
  const [{ now }] = Begun.parse([...rows]);
  return deps.now?.() ?? now;
}

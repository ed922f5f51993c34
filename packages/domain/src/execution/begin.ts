import type { Reader } from "@rubric/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Deps } from "./deps.ts";

const Begun = z.tuple([z.object({ now: z.coerce.date() })]);

/** Sets the organization for row-level security and reads the transaction's clock. */
export async function begin(read: Reader, orgId: string, deps: Deps): Promise<Date> {
  const rows = await read.execute(
    sql`select set_config('app.org', ${orgId}, true), set_config('lock_timeout', '2s', true),
      transaction_timestamp() as now`,
  );
  const [{ now }] = Begun.parse([...rows]);
  return deps.now?.() ?? now;
}

import type { Reader } from "@rubric/db";
import { sql } from "drizzle-orm";
import { INSTANCE_CHAIN } from "../audit/chain.ts";

/**
 * Lets a command of the instance read and write one organization's rows: redeeming an invitation,
 * creating an organization. The instance's own chain is set again before the audit entry.
 */
export async function withinOrg<T>(db: Reader, orgId: string, work: () => Promise<T>): Promise<T> {
  await db.execute(sql`select set_config('app.org', ${orgId}, true)`);
  const done = await work();
  await db.execute(sql`select set_config('app.org', ${INSTANCE_CHAIN}, true)`);
  return done;
}

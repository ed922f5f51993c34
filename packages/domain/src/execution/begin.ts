import type { Reader } from "@rubric/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Deps } from "./deps.ts";

const Begun = z.tuple([z.object({ now: z.coerce.date(), epoch: z.coerce.number() })]);

/**
 * Sets the organization for row-level security, reads the transaction's clock and the epoch of the
 * organization's policies, all in one round trip: `case` has the setting made before the epoch is
 * looked up. With `readOnly` nothing is written from here on; a lock is waited for `lockSeconds`.
 */
export async function begin(
  read: Reader,
  orgId: string,
  deps: Pick<Deps, "now">,
  { readOnly = false, lockSeconds = 2 }: { readOnly?: boolean; lockSeconds?: 2 | 10 } = {},
): Promise<{ clock: Date; epoch: number }> {
  const rows = await read.execute(
    sql`select set_config('lock_timeout', ${`${lockSeconds}s`}, true),
      transaction_timestamp() as now,
      case when set_config('app.org', ${orgId}, true) is not null
        then coalesce((select epoch from policy_head where org_id = ${orgId}), 0) end as epoch,
      set_config('transaction_read_only', ${readOnly ? "on" : "off"}, true)`,
  );
  const [{ now, epoch }] = Begun.parse([...rows]);
  return { clock: deps.now?.() ?? now, epoch };
}

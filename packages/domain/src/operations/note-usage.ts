import type { Database } from "@rubric/db";
import { contractUsage } from "@rubric/db/schema";
import { sql } from "drizzle-orm";

/** That a client of a contract called a procedure on a day (`2026-01-31`, UTC). */
export type Usage = { contractId: string; procedure: string; lastUsed: string };

/** Keeps the last day of each pair, in one statement; several processes may note the same at once. */
export async function noteUsage(db: Database, used: readonly Usage[]): Promise<void> {
  if (used.length === 0) return;
  const inOrder = used.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await db
    .insert(contractUsage)
    .values(inOrder)
    .onConflictDoUpdate({
      target: [contractUsage.contractId, contractUsage.procedure],
      set: { lastUsed: sql`greatest(${contractUsage.lastUsed}, excluded.last_used)` },
    });
}

function keyOf({ contractId, procedure }: Usage): string {
  return `${contractId} ${procedure}`;
}

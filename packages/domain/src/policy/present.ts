import type { Tx } from "@rubric/db";
import { candidate } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";

/**
 * Who of these people is still there and not restricted (law 10), locked to the end of the
 * transaction: an erasure waits, and finds what is written of them.
 */
export async function lockPresent(
  tx: Tx,
  orgId: string,
  candidateIds: readonly (string | null)[],
): Promise<(candidateId: string | null) => boolean> {
  const ids = [...new Set(candidateIds.filter((id) => id !== null))];
  if (ids.length === 0) return (id) => id === null;
  const rows = await tx
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(eq(candidate.orgId, orgId), inArray(candidate.id, ids), isNull(candidate.erasedAt)))
    .orderBy(asc(candidate.id))
    .for("key share");
  const there = new Set(rows.map(({ id }) => id));
  return (id) => id === null || there.has(id);
}

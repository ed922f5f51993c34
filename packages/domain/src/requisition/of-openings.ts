import { requisition } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";

/** The requisitions that openings come from, by id. */
export async function requisitionsOf(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  openings: readonly { requisitionId: string | null }[],
): Promise<ReadonlyMap<string, { id: string; number: number }>> {
  const ids = openings.flatMap((one) => (one.requisitionId === null ? [] : [one.requisitionId]));
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({ id: requisition.id, number: requisition.number })
    .from(requisition)
    .where(and(eq(requisition.orgId, org.id), inArray(requisition.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
}

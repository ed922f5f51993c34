import type { Database } from "@rubric/db";
import { idempotency } from "@rubric/db/schema";
import { and, eq, lt, sql } from "drizzle-orm";
import type { Limits } from "../limits.ts";

/** Deletes an organization's stored answers whose keys have run out, as `rubric_retention` (law 14). */
export async function forgetAnswers(
  db: Database,
  orgId: string,
  at: Date,
  limits: Limits,
): Promise<number> {
  const before = new Date(at.getTime() - limits.answerHours * 3_600_000);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.org', ${orgId}, true)`);
    const deleted = await tx
      .delete(idempotency)
      .where(and(eq(idempotency.orgId, orgId), lt(idempotency.createdAt, before)))
      .returning({ key: idempotency.key });
    return deleted.length;
  });
}

import type { Database } from "@rubric/db";
import { application } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { isUnderWay } from "../application/under-way.ts";
import { withinOrg } from "../identity/within-org.ts";

/**
 * Notes that a link sent to a candidate's address was opened: their applications under way are
 * known to be of whoever reads that address, and no longer only of whoever typed it (law 7).
 */
export async function proveAddress(
  db: Database,
  { orgId, candidateId, at }: { orgId: string; candidateId: string; at: Date },
): Promise<void> {
  await db.transaction((tx) =>
    withinOrg(tx, orgId, () =>
      tx
        .update(application)
        .set({ provenAt: at })
        .where(
          and(
            eq(application.orgId, orgId),
            eq(application.candidateId, candidateId),
            isNull(application.provenAt),
            isUnderWay(),
          ),
        ),
    ),
  );
}

import { withinOrg } from "@rubric/api/demo/organization";
import { auditEntry } from "@rubric/db/schema";
import { and, asc, eq, ne } from "drizzle-orm";
import type { Organization } from "./setup-org.ts";

/** What people did in the organization, oldest first: the action of each audit entry. */
export async function trailOf(org: Organization): Promise<string[]> {
  const rows = await withinOrg(org.db, org.org.id, (tx) =>
    tx
      .select({ action: auditEntry.action })
      .from(auditEntry)
      // What falls due while a spec runs the worker does by itself.
      .where(and(eq(auditEntry.orgId, org.org.id), ne(auditEntry.actorKind, "system")))
      .orderBy(asc(auditEntry.sequence)),
  );
  return rows.map((row) => row.action);
}

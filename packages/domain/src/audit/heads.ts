import type { Database } from "@rubric/db";
import { auditChain } from "@rubric/db/schema";
import { eq, sql } from "drizzle-orm";
import { allOrganizations } from "../identity/lookups.ts";
import { INSTANCE_CHAIN } from "./chain.ts";
import type { ChainHead } from "./checkpoint.ts";

/** How far each organization's chain, and the instance's own, has come. */
export async function chainHeads(db: Database): Promise<ChainHead[]> {
  const organizations = await allOrganizations(db);
  const heads: ChainHead[] = [];
  for (const orgId of [INSTANCE_CHAIN, ...organizations.map(({ id }) => id)]) {
    const [head] = await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.org', ${orgId}, true)`);
      return tx
        .select({ sequence: auditChain.sequence, hash: auditChain.hash })
        .from(auditChain)
        .where(eq(auditChain.orgId, orgId));
    });
    if (head !== undefined) heads.push({ orgId, ...head });
  }
  return heads;
}

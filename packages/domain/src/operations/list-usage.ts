import type { Database } from "@rubric/db";
import { contractUsage } from "@rubric/db/schema";
import { asc } from "drizzle-orm";
import type { Usage } from "./note-usage.ts";

/** Which contract's clients last called which procedure on which day, by procedure. */
export async function listUsage(db: Database): Promise<Usage[]> {
  return db
    .select({
      contractId: contractUsage.contractId,
      procedure: contractUsage.procedure,
      lastUsed: contractUsage.lastUsed,
    })
    .from(contractUsage)
    .orderBy(asc(contractUsage.procedure), asc(contractUsage.contractId));
}

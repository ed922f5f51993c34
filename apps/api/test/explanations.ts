import type { Database } from "@rubric/db";
import { auditDetail, policyCase, policyRefusal } from "@rubric/db/schema";
import { Explanation } from "@rubric/domain/policy/explanation";
import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { withinOrg } from "../src/demo/organization.ts";

const Details = z.object({ judged: z.object({ by: z.array(Explanation) }) });

export type KeptExplanations = Record<"done" | "refused" | "tried", Explanation[]>;

/**
 * Every explanation that an organization keeps: of commands that were done, of those that were
 * refused, and what a version that does not bind said where it differed.
 */
export async function explanationsOf(db: Database, orgId: string): Promise<KeptExplanations> {
  return withinOrg(db, orgId, async (tx) => {
    const details = await tx
      .select({ details: auditDetail.details })
      .from(auditDetail)
      .where(and(eq(auditDetail.orgId, orgId), eq(auditDetail.judged, true)));
    const refusals = await tx.select().from(policyRefusal).where(eq(policyRefusal.orgId, orgId));
    const cases = await tx
      .select({ was: policyCase.was, would: policyCase.would })
      .from(policyCase)
      .where(and(eq(policyCase.orgId, orgId), isNotNull(policyCase.was)));
    return {
      done: details.flatMap((row) => Details.parse(row.details).judged.by),
      refused: refusals.map((row) => Explanation.parse(row.explanation)),
      tried: cases.flatMap(({ was, would }) => [Explanation.parse(was), Explanation.parse(would)]),
    };
  });
}

import type { Tx } from "@rubric/db";
import { baseline, roundTurn } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { recordOfBaseline } from "../baseline/ratings.ts";
import type { RecordSections } from "./document.ts";
import type { SectionCtx } from "./sections.ts";

/** What a member's interviews showed, if they have opened it: one, or none. */
export async function recordOfBaselines(
  ctx: SectionCtx,
  memberId: string,
): Promise<RecordSections["baseline"]> {
  const found = await recordOfBaseline(ctx, memberId);
  return found === null ? [] : [found];
}

/** Erases what a member did with their baseline; the ratings are the application's. */
export async function eraseBaseline(tx: Tx, orgId: string, memberId: string): Promise<void> {
  await tx.delete(baseline).where(and(eq(baseline.orgId, orgId), eq(baseline.memberId, memberId)));
}

/** Erases whose turn it was in the rounds of reviews. */
export async function eraseTurns(tx: Tx, orgId: string, memberId: string): Promise<void> {
  await tx
    .delete(roundTurn)
    .where(and(eq(roundTurn.orgId, orgId), eq(roundTurn.memberId, memberId)));
}

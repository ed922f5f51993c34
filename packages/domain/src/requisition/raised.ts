import type { Tx } from "@rubric/db";
import { requisition } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";

/** What the system says of a requisition that it raised for an offer (law 9); it names nobody. */
export const RAISED = "An offer was sent beyond the openings of the job.";

/** What somebody wrote instead, of the person whom the offer was for, goes with them (law 10). */
export async function forgetRaised(
  tx: Tx,
  orgId: string,
  offerIds: readonly string[],
): Promise<void> {
  await tx
    .update(requisition)
    .set({ reason: RAISED, stateReason: null })
    .where(and(eq(requisition.orgId, orgId), inArray(requisition.offerId, [...offerIds])));
}

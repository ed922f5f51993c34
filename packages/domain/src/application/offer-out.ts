import { offer } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";

/** Whether an offer to the application is out and unanswered. */
export async function isOfferOut(
  ctx: Pick<ReadCtx, "read" | "org">,
  applicationId: string,
): Promise<boolean> {
  const rows = await ctx.read
    .select({ id: offer.id })
    .from(offer)
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        eq(offer.applicationId, applicationId),
        inArray(offer.state, ["sent", "change_asked"]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

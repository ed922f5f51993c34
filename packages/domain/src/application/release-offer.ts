import { offer } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { giveBack } from "../requisition/seats.ts";

/** Declines the offer that is out to a candidate who withdraws, and gives its opening back (law 9). */
export async function releaseOffer(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  applicationId: string,
): Promise<void> {
  const declined = await ctx.tx
    .update(offer)
    .set({ state: "declined", stateReason: "withdrew", answeredAt: ctx.clock })
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        eq(offer.applicationId, applicationId),
        inArray(offer.state, ["sent", "change_asked"]),
      ),
    )
    .returning({ id: offer.id });
  for (const { id } of declined) await giveBack(ctx, id, ["reserved"]);
}

import { offer, opening } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";

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
  if (declined.length === 0) return;
  await ctx.tx
    .update(opening)
    .set({ state: "open", offerId: null })
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        inArray(
          opening.offerId,
          declined.map((one) => one.id),
        ),
        eq(opening.state, "reserved"),
      ),
    );
}

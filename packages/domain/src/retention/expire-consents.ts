import { poolConsent } from "@rubric/db/schema";
import { and, eq, isNull, lte } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";

/** Ends the consents to a talent pool whose time is over (law 10). Returns how many. */
export async function expireConsents(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
): Promise<number> {
  const ended = await ctx.tx
    .update(poolConsent)
    .set({ endedAt: ctx.clock, ended: "expired" })
    .where(
      and(
        eq(poolConsent.orgId, ctx.org.id),
        isNull(poolConsent.endedAt),
        lte(poolConsent.expiresAt, ctx.clock),
      ),
    )
    .returning({ id: poolConsent.id });
  return ended.length;
}

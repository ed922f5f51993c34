import { newId } from "@rubric/db";
import { member, payBand } from "@rubric/db/schema";
import { and, eq, max } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { BandRow } from "./access.ts";
import type { BandContent } from "./schemas.ts";

/**
 * Writes a draft of a band, in place of one's own; BAND_DRAFTED where somebody else's waits. Of many
 * at once one is written.
 */
export async function writeDraft(
  ctx: CommandCtx,
  authorId: string,
  of: { frameworkId: string; band: BandContent; reason: string },
): Promise<BandRow> {
  const { frameworkId, band, reason } = of;
  const place = and(
    eq(payBand.orgId, ctx.org.id),
    eq(payBand.frameworkId, frameworkId),
    eq(payBand.levelKey, band.levelKey),
    eq(payBand.region, band.region),
  );
  const [last] = await ctx.tx
    .select({ number: max(payBand.number) })
    .from(payBand)
    .where(place);
  const insert = async (number: number) => {
    const [written] = await ctx.tx
      .insert(payBand)
      .values({
        orgId: ctx.org.id,
        id: newId(),
        frameworkId,
        ...band,
        number,
        state: "draft",
        reason,
        authorId,
        createdAt: ctx.clock,
      })
      .onConflictDoNothing()
      .returning();
    return written;
  };
  const number = (last?.number ?? 0) + 1;
  const written = await insert(number);
  if (written !== undefined) return written;
  // Another row, not the same one anew: nobody approves by its id what they did not read.
  const before = await ctx.tx
    .update(payBand)
    .set({ state: "discarded" })
    .where(and(place, eq(payBand.state, "draft"), eq(payBand.authorId, authorId)))
    .returning({ number: payBand.number });
  const again = before.length === 0 ? undefined : await insert((before[0]?.number ?? number) + 1);
  if (again !== undefined) return again;
  const [other] = await ctx.tx
    .select({ name: member.name })
    .from(payBand)
    .innerJoin(member, and(eq(member.orgId, payBand.orgId), eq(member.id, payBand.authorId)))
    .where(and(place, eq(payBand.state, "draft")));
  return refuse("BAND_DRAFTED", { author: other?.name ?? "somebody else" });
}

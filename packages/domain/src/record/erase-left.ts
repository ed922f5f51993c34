import { departure } from "@rubric/db/schema";
import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { deleteLinks } from "../identity/lookups.ts";
import { eraseSections } from "./sections.ts";

const AT_ONCE = 20;

/**
 * The system's own: erases what is held of the growth of whoever left and whose days to fetch it are
 * over. Returns of how many.
 */
export async function eraseLeft(ctx: Pick<CommandCtx, "tx" | "org" | "clock">): Promise<number> {
  const { tx, org, clock } = ctx;
  const due = await tx
    .select({ memberId: departure.memberId })
    .from(departure)
    .where(
      and(
        eq(departure.orgId, org.id),
        isNull(departure.erasedAt),
        lte(departure.eraseAfter, clock),
      ),
    )
    .orderBy(asc(departure.memberId))
    .limit(AT_ONCE)
    .for("update", { skipLocked: true });
  for (const { memberId } of due) {
    await eraseSections(tx, org.id, memberId);
    await deleteLinks(tx, org.id, [memberId]);
    await tx
      .update(departure)
      .set({ erasedAt: clock })
      .where(and(eq(departure.orgId, org.id), eq(departure.memberId, memberId)));
  }
  return due.length;
}

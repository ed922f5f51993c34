import { opening, requisition } from "@rubric/db/schema";
import { and, asc, eq, notExists, sql } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { settleRequisition } from "../requisition/seats.ts";

type Ctx = Pick<CommandCtx, "tx" | "org">;

/**
 * Reserves an open opening of the job for an offer by one conditional update; false if none is
 * open whose requisition is not on hold. Rivals wait for the row and take the next one, so as many
 * succeed as there are openings.
 */
export async function reserveOpening(ctx: Ctx, jobId: string, offerId: string): Promise<boolean> {
  const onHold = ctx.tx
    .select({ one: sql`1` })
    .from(requisition)
    .where(
      and(
        eq(requisition.orgId, opening.orgId),
        eq(requisition.id, opening.requisitionId),
        eq(requisition.state, "on_hold"),
      ),
    );
  const free = ctx.tx
    .select({ id: opening.id })
    .from(opening)
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        eq(opening.jobId, jobId),
        eq(opening.state, "open"),
        notExists(onHold),
      ),
    )
    .orderBy(asc(opening.number))
    .limit(1)
    .for("update");
  const reserved = await ctx.tx
    .update(opening)
    .set({ state: "reserved", offerId })
    .where(
      and(eq(opening.orgId, ctx.org.id), eq(opening.id, sql`(${free})`), eq(opening.state, "open")),
    )
    .returning({ id: opening.id });
  return reserved.length === 1;
}

/** Hands the opening that one version reserved over to the next; false if it held none. */
export async function takeOver(ctx: Ctx, from: string, to: string): Promise<boolean> {
  const taken = await ctx.tx
    .update(opening)
    .set({ offerId: to })
    .where(
      and(eq(opening.orgId, ctx.org.id), eq(opening.offerId, from), eq(opening.state, "reserved")),
    )
    .returning({ id: opening.id });
  return taken.length === 1;
}

/**
 * reserved → filled. A sent offer holds its opening, so this cannot fail for headcount (law 9). The
 * requisition of which this was the last opening is fulfilled.
 */
export async function fillOpening(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  offerId: string,
): Promise<void> {
  const [filled, ...others] = await ctx.tx
    .update(opening)
    .set({ state: "filled" })
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        eq(opening.offerId, offerId),
        eq(opening.state, "reserved"),
      ),
    )
    .returning({ requisitionId: opening.requisitionId });
  if (filled === undefined || others.length > 0) {
    throw new Error(`The offer ${offerId} holds no reserved opening.`);
  }
  if (filled.requisitionId !== null) await settleRequisition(ctx, filled.requisitionId);
}

import { opening } from "@rubric/db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";

type Ctx = Pick<CommandCtx, "tx" | "org">;

/**
 * Reserves an open opening of the job for an offer by one conditional update; false if none is
 * open. Rivals wait for the row and take the next one, so as many succeed as there are openings.
 */
export async function reserveOpening(ctx: Ctx, jobId: string, offerId: string): Promise<boolean> {
  const free = ctx.tx
    .select({ id: opening.id })
    .from(opening)
    .where(and(eq(opening.orgId, ctx.org.id), eq(opening.jobId, jobId), eq(opening.state, "open")))
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

/** reserved → filled. A sent offer holds its opening, so this cannot fail for headcount (law 9). */
export async function fillOpening(ctx: Ctx, offerId: string): Promise<void> {
  const filled = await ctx.tx
    .update(opening)
    .set({ state: "filled" })
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        eq(opening.offerId, offerId),
        eq(opening.state, "reserved"),
      ),
    )
    .returning({ id: opening.id });
  if (filled.length !== 1) throw new Error(`The offer ${offerId} holds no reserved opening.`);
}

/** reserved, filled → open: the offer was declined, expired, withdrawn or fell through. */
export async function freeOpening(ctx: Ctx, offerId: string): Promise<void> {
  await ctx.tx
    .update(opening)
    .set({ state: "open", offerId: null })
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        eq(opening.offerId, offerId),
        inArray(opening.state, ["reserved", "filled"]),
      ),
    );
}

/** How many openings of a job are open, reserved and filled. */
export async function countOpenings(
  ctx: Pick<ReadCtx, "read" | "org">,
  jobId: string,
): Promise<{ open: number; reserved: number; filled: number }> {
  const rows = await ctx.read
    .select({ state: opening.state })
    .from(opening)
    .where(and(eq(opening.orgId, ctx.org.id), eq(opening.jobId, jobId)));
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return { open: count("open"), reserved: count("reserved"), filled: count("filled") };
}

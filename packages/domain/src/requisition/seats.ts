import { newId } from "@rubric/db";
import { job, opening, requisition } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNotNull, max, ne } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";

type Ctx = Pick<CommandCtx, "tx" | "org" | "clock">;
export type RequisitionRow = typeof requisition.$inferSelect;

/** States in which nobody approved a requisition yet. */
const ASKED = ["draft", "pending"] as const;

/**
 * Locks the seats of a job: whoever adds some, takes the last, approves, holds or cancels a
 * requisition goes one after the other. Before the application in the order of locks.
 */
export async function lockSeats(ctx: Pick<CommandCtx, "tx" | "org">, jobId: string): Promise<void> {
  await ctx.tx
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, jobId)))
    .for("no key update");
}

/** The requisitions raised for offers of a job that nobody approved yet, oldest first. */
export async function raisedOf(
  ctx: Pick<ReadCtx, "read" | "org">,
  jobId: string,
): Promise<RequisitionRow[]> {
  return raised(ctx, jobId);
}

/** The same, locked: what frees their openings waits. */
export async function lockRaised(
  ctx: Pick<CommandCtx, "tx" | "org">,
  jobId: string,
): Promise<RequisitionRow[]> {
  return raised({ read: ctx.tx, org: ctx.org }, jobId).for("update");
}

function raised({ read, org }: Pick<ReadCtx, "read" | "org">, jobId: string) {
  return read
    .select()
    .from(requisition)
    .where(
      and(
        eq(requisition.orgId, org.id),
        eq(requisition.jobId, jobId),
        inArray(requisition.state, [...ASKED]),
        isNotNull(requisition.offerId),
      ),
    )
    .orderBy(asc(requisition.id));
}

/** The openings of a job with the state of their requisition; null: they needed none. */
export async function seatsOfJob({ read, org }: Pick<ReadCtx, "read" | "org">, jobId: string) {
  return read
    .select({
      id: opening.id,
      number: opening.number,
      state: opening.state,
      requisitionId: opening.requisitionId,
      requisition: requisition.state,
    })
    .from(opening)
    .leftJoin(
      requisition,
      and(eq(requisition.orgId, opening.orgId), eq(requisition.id, opening.requisitionId)),
    )
    .where(and(eq(opening.orgId, org.id), eq(opening.jobId, jobId)))
    .orderBy(asc(opening.number));
}
type JobSeat = Awaited<ReturnType<typeof seatsOfJob>>[number];

/** Whether an offer may reserve it. */
export function isFree(seat: Pick<JobSeat, "state" | "requisition">): boolean {
  return seat.state === "open" && seat.requisition !== "on_hold";
}

/** Whether it is taken although nobody approved its requisition. */
export function isBeyond(seat: Pick<JobSeat, "state" | "requisition">): boolean {
  const asked: readonly (string | null)[] = ASKED;
  return isTaken(seat) && asked.includes(seat.requisition);
}

/** Whether an offer reserved or filled it. */
export function isTaken(seat: Pick<JobSeat, "state">): boolean {
  return seat.state === "reserved" || seat.state === "filled";
}

/** Adds openings to a job whose seats are locked; returns them in order. */
export async function addSeats(
  ctx: Ctx,
  jobId: string,
  seats: number,
  as: Pick<typeof opening.$inferInsert, "state" | "requisitionId" | "offerId">,
): Promise<{ id: string; number: number }[]> {
  if (seats <= 0) return [];
  const [last] = await ctx.tx
    .select({ number: max(opening.number) })
    .from(opening)
    .where(and(eq(opening.orgId, ctx.org.id), eq(opening.jobId, jobId)));
  const rows = Array.from({ length: seats }, (_, index) => ({
    orgId: ctx.org.id,
    id: newId(),
    jobId,
    number: (last?.number ?? 0) + index + 1,
    createdAt: ctx.clock,
    ...as,
  }));
  await ctx.tx.insert(opening).values(rows);
  return rows.map(({ id, number }) => ({ id, number }));
}

/** The openings of a requisition by state. */
export async function seatsOfRequisition(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  requisitionId: string,
) {
  return read
    .select({
      id: opening.id,
      number: opening.number,
      state: opening.state,
      closeReason: opening.closeReason,
    })
    .from(opening)
    .where(and(eq(opening.orgId, org.id), eq(opening.requisitionId, requisitionId)))
    .orderBy(asc(opening.number));
}

/**
 * approved → fulfilled, by the system: once each of its openings is filled or closed. Locks the
 * requisition, so of two openings that are filled at once one finds the other.
 */
export async function settleRequisition(ctx: Ctx, requisitionId: string): Promise<boolean> {
  await lockRow(ctx, requisitionId);
  const seats = await seatsOfRequisition({ read: ctx.tx, org: ctx.org }, requisitionId);
  if (seats.length === 0) return false;
  if (seats.some(({ state }) => state === "open" || state === "reserved")) return false;
  const fulfilled = await ctx.tx
    .update(requisition)
    .set({ state: "fulfilled", stateReason: null, endedAt: ctx.clock })
    .where(
      and(
        eq(requisition.orgId, ctx.org.id),
        eq(requisition.id, requisitionId),
        eq(requisition.state, "approved"),
      ),
    )
    .returning({ id: requisition.id });
  return fulfilled.length === 1;
}

/** Locks a requisition and reads it; null outside the organization. */
export async function lockRow(
  ctx: Pick<CommandCtx, "tx" | "org">,
  requisitionId: string,
): Promise<RequisitionRow | null> {
  const [row] = await ctx.tx
    .select()
    .from(requisition)
    .where(and(eq(requisition.orgId, ctx.org.id), eq(requisition.id, requisitionId)))
    .for("update");
  return row ?? null;
}

/**
 * Gives back an opening that an offer reserved or filled: it is open again; one beyond headcount,
 * whose requisition nobody approved, is closed, and the requisition cancelled once no other offer
 * rests on it (law 9). Returns the number of a requisition that was cancelled.
 */
export async function giveBack(
  ctx: Ctx,
  offerId: string,
  from: readonly ("reserved" | "filled")[] = ["reserved", "filled"],
): Promise<{ cancelledRequisition: number } | null> {
  const own = and(
    eq(opening.orgId, ctx.org.id),
    eq(opening.offerId, offerId),
    inArray(opening.state, [...from]),
  );
  const [held] = await ctx.tx
    .select({ requisitionId: opening.requisitionId })
    .from(opening)
    .where(own);
  if (held === undefined) return null;
  const row = held.requisitionId === null ? null : await lockRow(ctx, held.requisitionId);
  const asked: readonly (string | undefined)[] = ASKED;
  if (row === null || !asked.includes(row.state)) {
    await ctx.tx.update(opening).set({ state: "open", offerId: null }).where(own);
    return null;
  }
  await ctx.tx
    .update(opening)
    .set({
      state: "closed",
      offerId: null,
      closeReason: "It was beyond headcount, and its offer ended.",
    })
    .where(own);
  const others = await ctx.tx
    .select({ id: opening.id })
    .from(opening)
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        eq(opening.requisitionId, row.id),
        ne(opening.state, "closed"),
      ),
    )
    .limit(1);
  if (others.length > 0) return null;
  await ctx.tx
    .update(requisition)
    .set({
      state: "cancelled",
      stateReason: "No offer rests on it any more.",
      endedAt: ctx.clock,
    })
    .where(and(eq(requisition.orgId, ctx.org.id), eq(requisition.id, row.id)));
  return { cancelledRequisition: row.number };
}

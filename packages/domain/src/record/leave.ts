import {
  baseline,
  checkIn,
  departure,
  evidence,
  growthItem,
  growthPlan,
  metricFigure,
  metricLogin,
  placement,
  review,
} from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { deleteLinks } from "../identity/lookups.ts";
import { queueMail } from "../mail/queue-mail.ts";

type Ctx = Pick<CommandCtx, "tx" | "org" | "clock" | "limits" | "enqueue">;

/** Whatever of these is held is somebody's growth. */
export const HELD = [
  baseline,
  checkIn,
  evidence,
  growthItem,
  growthPlan,
  metricFigure,
  metricLogin,
  placement,
  review,
] as const;

/**
 * Begins the days in which who left may fetch the record of their growth, and sends them the way to
 * it; nothing where nothing is held.
 */
export async function beginDeparture(ctx: Ctx, memberId: string): Promise<void> {
  const { tx, org, clock, limits } = ctx;
  if (!(await holds(ctx, memberId))) return;
  const eraseAfter = new Date(clock.getTime() + limits.recordLinkDays * 86_400_000);
  const left = { leftAt: clock, eraseAfter, erasedAt: null };
  await tx
    .insert(departure)
    .values({ orgId: org.id, memberId, ...left })
    .onConflictDoUpdate({ target: [departure.orgId, departure.memberId], set: left });
  await queueMail(ctx, {
    template: "record.left",
    recipient: "member",
    recipientId: memberId,
    subjectId: memberId,
  });
}

/** Ends the departure of who is there again: nothing is erased, and the way without an account is closed. */
export async function endDeparture(ctx: Pick<Ctx, "tx" | "org">, memberId: string): Promise<void> {
  const { tx, org } = ctx;
  await tx
    .delete(departure)
    .where(and(eq(departure.orgId, org.id), eq(departure.memberId, memberId)));
  await deleteLinks(tx, org.id, [memberId]);
}

async function holds({ tx, org }: Pick<Ctx, "tx" | "org">, memberId: string): Promise<boolean> {
  for (const table of HELD) {
    const its = and(eq(table.orgId, org.id), eq(table.memberId, memberId));
    const found = await tx.select({ orgId: table.orgId }).from(table).where(its).limit(1);
    if (found.length > 0) return true;
  }
  return false;
}

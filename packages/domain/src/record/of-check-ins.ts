import type { Tx } from "@rubric/db";
import { checkIn } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { checkInsOf } from "../check-in/access.ts";
import { toInstant } from "../wire.ts";
import type { RecordSections } from "./document.ts";
import type { SectionCtx } from "./sections.ts";

/** A member's check-ins with their answers, the newest week first. */
export async function recordOfCheckIns(
  ctx: SectionCtx,
  memberId: string,
): Promise<RecordSections["checkIns"]> {
  return (await checkInsOf(ctx, memberId)).map(({ row, replier }) => ({
    week: row.week,
    done: row.done,
    blocked: row.blocked,
    confidence: row.confidence,
    hours: row.hours,
    recordedAt: toInstant(row.recordedAt),
    reply:
      row.repliedAt === null
        ? null
        : { by: replier ?? "", at: toInstant(row.repliedAt), text: row.reply },
  }));
}

/** Erases a member's check-ins. */
export async function eraseCheckIns(tx: Tx, orgId: string, memberId: string): Promise<void> {
  await tx.delete(checkIn).where(and(eq(checkIn.orgId, orgId), eq(checkIn.memberId, memberId)));
}

import { newId } from "@rubric/db";
import { checkIn } from "@rubric/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { checkInView, todayOf } from "./access.ts";
import { whyNotRecord } from "./rules.ts";
import type { CheckInView, RecordCheckInInput } from "./schemas.ts";

/** Records how one's week went, or changes what one said of it until the manager answered. */
export async function recordCheckIn(
  ctx: CommandCtx,
  { memberId, week, ...said }: z.infer<typeof RecordCheckInInput>,
): Promise<CheckInView> {
  const today = await todayOf(ctx);
  const [known] = await ctx.tx
    .select({ repliedAt: checkIn.repliedAt })
    .from(checkIn)
    .where(
      and(eq(checkIn.orgId, ctx.org.id), eq(checkIn.memberId, memberId), eq(checkIn.week, week)),
    );
  const answered = known !== undefined && known.repliedAt !== null;
  refuseIf(whyNotRecord({ week, today, answered }, ctx.limits));
  const [row] = await ctx.tx
    .insert(checkIn)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      memberId,
      week,
      ...said,
      revision: 1,
      recordedAt: ctx.clock,
      reply: "",
    })
    .onConflictDoUpdate({
      target: [checkIn.orgId, checkIn.memberId, checkIn.week],
      set: { ...said, revision: sql`${checkIn.revision} + 1`, recordedAt: ctx.clock },
      setWhere: isNull(checkIn.repliedAt),
    })
    .returning();
  if (row === undefined) return refuse("CHECK_IN_ANSWERED", {});
  ctx.audit({
    subject: { kind: "check_in", id: row.id },
    after: { memberId, week, revision: row.revision },
  });
  return checkInView(ctx, { row, replier: null }, today);
}

import { deadline } from "@rubric/db/schema";
import { and, asc, eq, lte } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { actingOf } from "./acting.ts";
import { timeZoneOf } from "./facts.ts";
import { nextReminder } from "./reminders.ts";
import { isDeadlineKind } from "./rules.ts";
import { mayBeTold } from "./told.ts";

const AT_ONCE = 200;

/**
 * Reminds of what is due soon and of what is late: whoever has it now, and once it is late the one
 * behind them, too. Nobody hears of a candidate whose judgement is sealed to them (law 1); it goes
 * to the next who may. Each reminder is claimed by a conditional update, so that two workers at once
 * send one. Returns how many were claimed.
 */
export async function remindDue(ctx: CommandCtx): Promise<number> {
  const due = await ctx.tx
    .select({ row: deadline, acting: actingOf(ctx.clock) })
    .from(deadline)
    .where(
      and(
        eq(deadline.orgId, ctx.org.id),
        eq(deadline.state, "open"),
        lte(deadline.remindAt, ctx.clock),
      ),
    )
    .orderBy(asc(deadline.remindAt), asc(deadline.id))
    .limit(AT_ONCE);
  if (due.length === 0) return 0;
  const timeZone = await timeZoneOf(ctx);
  let count = 0;
  for (const { row, acting } of due) {
    const { kind, dueAt, remindAt } = row;
    if (remindAt === null) continue;
    const next = isDeadlineKind(kind)
      ? nextReminder({ kind, dueAt }, timeZone, ctx.limits.reminderHour, ctx.clock)
      : null;
    const claimed = await ctx.tx
      .update(deadline)
      .set({ remindAt: next })
      .where(
        and(
          eq(deadline.orgId, ctx.org.id),
          eq(deadline.id, row.id),
          eq(deadline.state, "open"),
          eq(deadline.remindAt, remindAt),
        ),
      )
      .returning({ id: deadline.id });
    if (claimed.length === 0) continue;
    count += 1;
    const late = dueAt < ctx.clock;
    const people = await mayBeTold(ctx, row, [acting, row.ownerId, row.standInId]);
    for (const recipientId of people.slice(0, late ? 2 : 1)) {
      await queueMail(ctx, {
        template: late ? "deadline.late" : "deadline.near",
        recipient: "member",
        recipientId,
        subjectId: row.id,
      });
    }
  }
  return count;
}

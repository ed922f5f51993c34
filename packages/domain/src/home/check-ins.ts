import { owedWeek, unansweredCheckIns } from "../check-in/due.ts";
import { addDays } from "../check-in/rules.ts";
import type { Member, ReadCtx } from "../context.ts";
import type { GrowthItem } from "./schemas.ts";

/**
 * The reader's own check-in, due with the end of its week, and those of whom they manage that nobody
 * has answered, due a week later.
 */
export async function checkInsWaiting(
  ctx: Pick<ReadCtx, "read" | "org" | "clock">,
  reader: Pick<Member, "memberId" | "name">,
): Promise<GrowthItem[]> {
  const due = (week: string, days: number) => {
    const dueAt = `${addDays(week, days)}T00:00:00.000Z`;
    return { week, dueAt, late: dueAt <= ctx.clock.toISOString() };
  };
  const { memberId, name } = reader;
  const week = await owedWeek(ctx, memberId);
  const unanswered = await unansweredCheckIns(ctx, memberId);
  return [
    ...(week === null
      ? []
      : [{ kind: "check_in" as const, memberId, name, own: true, ...due(week, 7) }]),
    ...unanswered.map((one) => ({
      kind: "check_in_reply" as const,
      memberId: one.memberId,
      name: one.name,
      own: false,
      ...due(one.week, 14),
    })),
  ];
}

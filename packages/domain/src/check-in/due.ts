import { type Reader, together } from "@rubric/db";
import { checkIn, member, placement } from "@rubric/db/schema";
import { and, asc, eq, isNull, min } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { todayOf } from "./access.ts";
import { addDays, dueWeek } from "./rules.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;

/** From which day on somebody has something to check in about; null: not yet. */
type Start = (read: Reader, orgId: string, memberId: string) => Promise<string | null>;

/** What begins somebody's weeks: the first of these. */
const STARTS: readonly Start[] = [placedSince];

/** The Monday of the week whose check-in a member owes now, or null. */
export async function owedWeek(ctx: Ctx, memberId: string): Promise<string | null> {
  const week = dueWeek(await todayOf(ctx));
  const starts = await together(STARTS.map((one) => one(ctx.read, ctx.org.id, memberId)));
  if (!starts.some((day) => day !== null && day <= addDays(week, 6))) return null;
  const [known] = await ctx.read
    .select({ id: checkIn.id })
    .from(checkIn)
    .where(
      and(eq(checkIn.orgId, ctx.org.id), eq(checkIn.memberId, memberId), eq(checkIn.week, week)),
    );
  return known === undefined ? week : null;
}

/** Check-ins of whom a member manages now that nobody has answered, the oldest first. */
export async function unansweredCheckIns(
  { read, org }: Pick<Ctx, "read" | "org">,
  managerId: string,
): Promise<{ memberId: string; name: string; week: string }[]> {
  return read
    .select({ memberId: member.id, name: member.name, week: checkIn.week })
    .from(checkIn)
    .innerJoin(member, and(eq(member.orgId, checkIn.orgId), eq(member.id, checkIn.memberId)))
    .where(
      and(
        eq(checkIn.orgId, org.id),
        eq(member.managerId, managerId),
        eq(member.state, "active"),
        isNull(checkIn.repliedAt),
      ),
    )
    .orderBy(asc(checkIn.week), asc(member.name), asc(checkIn.id))
    .limit(50);
}

async function placedSince(read: Reader, orgId: string, memberId: string): Promise<string | null> {
  const [row] = await read
    .select({ from: min(placement.from) })
    .from(placement)
    .where(and(eq(placement.orgId, orgId), eq(placement.memberId, memberId)));
  return row?.from ?? null;
}

import { checkIn, growthPlan } from "@rubric/db/schema";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { todayOf } from "../check-in/access.ts";
import type { ReadCtx } from "../context.ts";
import { sizesOf } from "../plan/access.ts";
import { weekAt } from "../plan/weeks.ts";
import type { TeamView } from "./schemas.ts";

type Person = z.infer<typeof TeamView>["people"][number];
type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;

/** How somebody of a team gets on: their last check-in, and how far their plan in force is. */
export type PersonProgress = Pick<Person, "checkIn" | "plan">;

/** How each of these members gets on, in as many queries for one as for many. */
export async function progressOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<(memberId: string) => PersonProgress> {
  const checkIns = await lastCheckIns(ctx, ids);
  const plans = await plansInForce(ctx, ids);
  return (memberId) => ({
    checkIn: checkIns.get(memberId) ?? null,
    plan: plans.get(memberId) ?? null,
  });
}

async function lastCheckIns(
  { read, org }: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person["checkIn"]>> {
  const rows = await read
    .selectDistinctOn([checkIn.memberId], {
      memberId: checkIn.memberId,
      week: checkIn.week,
      repliedAt: checkIn.repliedAt,
    })
    .from(checkIn)
    .where(and(eq(checkIn.orgId, org.id), inArray(checkIn.memberId, [...ids])))
    .orderBy(checkIn.memberId, desc(checkIn.week));
  return new Map(
    rows.map(({ memberId, week, repliedAt }) => [memberId, { week, waits: repliedAt === null }]),
  );
}

async function plansInForce(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person["plan"]>> {
  const { read, org } = ctx;
  const rows = await read
    .select({
      id: growthPlan.id,
      memberId: growthPlan.memberId,
      startOn: growthPlan.startOn,
      weeks: growthPlan.weeks,
    })
    .from(growthPlan)
    .where(
      and(
        eq(growthPlan.orgId, org.id),
        eq(growthPlan.state, "agreed"),
        inArray(growthPlan.memberId, [...ids]),
      ),
    );
  const today = await todayOf(ctx);
  const sizes = await sizesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.map(({ id, memberId, startOn, weeks }) => {
      const week = weekAt(startOn, today);
      const { done, items } = sizes.get(id) ?? { done: 0, items: 0 };
      const current = week >= 1 && week <= weeks ? week : null;
      return [memberId, { done, items, week: current, weeks }];
    }),
  );
}

import { growthPlan } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockPlan } from "./access.ts";
import { whyNotEndPlan } from "./rules.ts";
import type { EndPlanInput, PlanPageView } from "./schemas.ts";
import { planPage } from "./view.ts";

/** Ends the plan in force, or discards a draft, with a reason that both read; it stays out of the trail. */
export async function endPlan(
  ctx: CommandCtx,
  { planId, reason }: z.infer<typeof EndPlanInput>,
): Promise<PlanPageView> {
  const plan = await lockPlan(ctx, planId);
  refuseIf(whyNotEndPlan(plan));
  const ended = await ctx.tx
    .update(growthPlan)
    .set({ state: "ended", endedAt: ctx.clock, endReason: reason })
    .where(
      and(
        eq(growthPlan.orgId, ctx.org.id),
        eq(growthPlan.id, planId),
        eq(growthPlan.state, plan.state),
      ),
    )
    .returning({ id: growthPlan.id });
  if (ended.length === 0) refuse("GROWTH_PLAN_OVER", { state: "ended" });
  ctx.audit({
    subject: { kind: "growth_plan", id: planId },
    before: { state: plan.state },
    after: { state: "ended" },
  });
  return planPage(ctx, plan.memberId);
}

import { growthItem } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { lockPlan } from "./access.ts";
import { requireItem } from "./require-item.ts";
import { whyNotMarkDone } from "./rules.ts";
import type { MarkDoneInput, PlanPageView } from "./schemas.ts";
import { planPage } from "./view.ts";

/** Marks an item of the plan in force as done, with what shows it. Its words stay out of the trail. */
export async function markDone(
  ctx: CommandCtx,
  { planId, itemId, shown }: z.infer<typeof MarkDoneInput>,
): Promise<PlanPageView> {
  const plan = await lockPlan(ctx, planId);
  const item = await requireItem(ctx, planId, itemId);
  refuseIf(whyNotMarkDone(plan, { title: item.title, done: item.doneAt !== null }));
  const marked = await ctx.tx
    .update(growthItem)
    .set({ doneAt: ctx.clock, doneBy: requireMember(ctx).memberId, shown })
    .where(
      and(eq(growthItem.orgId, ctx.org.id), eq(growthItem.id, itemId), isNull(growthItem.doneAt)),
    )
    .returning({ id: growthItem.id });
  if (marked.length === 0) refuse("GROWTH_PLAN_ITEM_DONE", { title: item.title });
  ctx.audit({
    subject: { kind: "growth_plan", id: planId },
    after: { itemId, done: true },
  });
  return planPage(ctx, plan.memberId);
}

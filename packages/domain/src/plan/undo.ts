import { growthItem } from "@rubric/db/schema";
import { and, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockPlan } from "./access.ts";
import { requireItem } from "./require-item.ts";
import { whyNotUndo } from "./rules.ts";
import type { PlanPageView, UndoDoneInput } from "./schemas.ts";
import { planPage } from "./view.ts";

/** Takes back that an item is done; the words that were to show it stay, for when it is. */
export async function undoDone(
  ctx: CommandCtx,
  { planId, itemId }: z.infer<typeof UndoDoneInput>,
): Promise<PlanPageView> {
  const plan = await lockPlan(ctx, planId);
  const item = await requireItem(ctx, planId, itemId);
  refuseIf(whyNotUndo(plan, { title: item.title, done: item.doneAt !== null }));
  const undone = await ctx.tx
    .update(growthItem)
    .set({ doneAt: null, doneBy: null })
    .where(
      and(
        eq(growthItem.orgId, ctx.org.id),
        eq(growthItem.id, itemId),
        isNotNull(growthItem.doneAt),
      ),
    )
    .returning({ id: growthItem.id });
  if (undone.length === 0) refuse("GROWTH_PLAN_ITEM_OPEN", { title: item.title });
  ctx.audit({
    subject: { kind: "growth_plan", id: planId },
    after: { itemId, done: false },
  });
  return planPage(ctx, plan.memberId);
}

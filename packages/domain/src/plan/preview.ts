import type { ReadCtx } from "../context.ts";
import { askPlan } from "./ask.ts";
import type { PlanPreviewView, PlanRequestInput } from "./schemas.ts";
import { headView, itemViews } from "./item-view.ts";
import { namesOf } from "./names.ts";

/** The plan that these wishes would give; nothing is kept of it. */
export async function previewPlan(ctx: ReadCtx, input: PlanRequestInput): Promise<PlanPreviewView> {
  const asked = await askPlan(ctx, input);
  const names = await namesOf(ctx, asked.frameworkVersionId);
  const { request, plan, choices } = asked;
  return {
    ...headView({ ...asked, ...request, gaps: asked.gaps, leftOut: plan.left }, choices, names),
    items: itemViews(plan.items, choices, names),
  };
}

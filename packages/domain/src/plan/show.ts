import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { PlanPageView, ShowPlanInput } from "./schemas.ts";
import { planPage } from "./view.ts";

/** A member's plan: the one in force, the draft, the difference between them, and those before. */
export async function showPlan(
  ctx: ReadCtx,
  { memberId }: z.infer<typeof ShowPlanInput>,
): Promise<PlanPageView> {
  return planPage(ctx, memberId);
}

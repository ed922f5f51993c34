import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { plansOf } from "./access.ts";
import { askPlan } from "./ask.ts";
import { whyNotMakePlan } from "./rules.ts";
import type { PlanPageView, PlanRequestInput } from "./schemas.ts";
import { planPage } from "./view.ts";
import { writeDraft } from "./write-draft.ts";

/** Makes a plan for a member and keeps it as a draft, for both of the pair to change and agree to. */
export async function makePlan(ctx: CommandCtx, input: PlanRequestInput): Promise<PlanPageView> {
  const plans = await plansOf(ctx, input.memberId);
  refuseIf(whyNotMakePlan(plans.map(({ state }) => state)));
  const asked = await askPlan(ctx, input);
  const id = await writeDraft(ctx, input.memberId, { replacesId: null, ownKeys: [] }, asked);
  ctx.audit({
    subject: { kind: "growth_plan", id },
    after: { state: "draft", memberId: input.memberId, items: asked.plan.items.length },
  });
  return planPage(ctx, input.memberId);
}

import { growthPlan, growthPlanAgreement } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { sideOf } from "../review/access.ts";
import { factsOf, lockPlan, type PlanRow } from "./access.ts";
import { hasAgreed, whyNotAgreePlan, whyNotEditPlan } from "./rules.ts";
import type { AgreePlanInput, PlanPageView } from "./schemas.ts";
import { planPage } from "./view.ts";

/**
 * Agrees to a draft as it was read, for one's own side. With the other's word to the same revision it
 * is in force, and the plan that it replaces is superseded; without it, the other is told by e-mail.
 */
export async function agreePlan(
  ctx: CommandCtx,
  { planId, revision }: z.infer<typeof AgreePlanInput>,
): Promise<PlanPageView> {
  const { grows } = ctx.subject;
  if (grows === undefined) return refuse("NOT_FOUND", {});
  const plan = await lockPlan(ctx, planId);
  const side = sideOf(ctx);
  const facts = await factsOf(ctx, plan);
  refuseIf(whyNotEditPlan(plan, revision));
  refuseIf(whyNotAgreePlan(facts, side, grows));
  const { memberId } = requireMember(ctx);
  const word = { memberId, revision, agreedAt: ctx.clock };
  await ctx.tx
    .insert(growthPlanAgreement)
    .values({ orgId: ctx.org.id, planId, side, ...word })
    .onConflictDoUpdate({
      target: [growthPlanAgreement.orgId, growthPlanAgreement.planId, growthPlanAgreement.side],
      set: word,
    });
  const both = hasAgreed(facts, side === "self" ? "manager" : "self", grows);
  if (both) await putInForce(ctx, plan);
  else {
    const recipientId = side === "self" ? grows.managerId : grows.memberId;
    if (recipientId === null) return refuse("GROWTH_PLAN_ALONE", {});
    const to = { recipient: "member", recipientId } as const;
    await queueMail(ctx, { template: "plan.toAgree", ...to, subjectId: planId });
  }
  ctx.audit({
    subject: { kind: "growth_plan", id: planId },
    before: { state: "draft" },
    after: { state: both ? "agreed" : "draft", revision, side },
  });
  return planPage(ctx, plan.memberId);
}

async function putInForce(ctx: CommandCtx, { id, replacesId }: PlanRow): Promise<void> {
  const at = (planId: string, state: "draft" | "agreed") =>
    and(eq(growthPlan.orgId, ctx.org.id), eq(growthPlan.id, planId), eq(growthPlan.state, state));
  if (replacesId !== null) {
    await ctx.tx
      .update(growthPlan)
      .set({ state: "superseded", endedAt: ctx.clock })
      .where(at(replacesId, "agreed"));
  }
  const agreed = await ctx.tx
    .update(growthPlan)
    .set({ state: "agreed", agreedAt: ctx.clock })
    .where(at(id, "draft"))
    .returning({ id: growthPlan.id });
  if (agreed.length === 0) refuse("GROWTH_PLAN_NOT_DRAFT", { state: "agreed" });
}

import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockPlan, plansOf } from "./access.ts";
import { choosePlan } from "./choose.ts";
import { choicesOf, itemsOfMember, libraryItems, placedItems } from "./items.ts";
import { requestOf } from "./request-of.ts";
import { whyNotReplan } from "./rules.ts";
import type { PlanPageView, ReplanInput } from "./schemas.ts";
import { planPage } from "./view.ts";
import { startOfWeek } from "./weeks.ts";
import { writeDraft } from "./write-draft.ts";

/**
 * Makes the plan in force anew from one of its weeks on, for the same goal and gaps: what is done
 * stays out, what was under way by then comes first, then what somebody had put in. The old one is
 * in force until both agree to the new.
 */
export async function replan(
  ctx: CommandCtx,
  { planId, fromWeek, weeks, hoursAWeek }: z.infer<typeof ReplanInput>,
): Promise<PlanPageView> {
  const before = await lockPlan(ctx, planId);
  const plans = await plansOf(ctx, before.memberId);
  refuseIf(
    whyNotReplan(
      before,
      plans.map(({ state }) => state),
    ),
  );
  const items = await itemsOfMember(ctx, before.memberId);
  const placed = await placedItems(ctx, planId);
  const done = items.filter(({ doneAt }) => doneAt !== null).map(({ key }) => key);
  const begun = placed
    .filter(({ place }) => place.portions.some(({ week }) => week < fromWeek))
    .map(({ item }) => item.key);
  const kept = [...new Set([...begun, ...before.kept])].filter((key) => !done.includes(key));
  const library = await libraryItems(ctx, before.libraryVersionId);
  const choices = choicesOf(library, items, [...kept, ...done]);
  const request = { ...requestOf(before), weeks, hoursAWeek, done, kept };
  const plan = choosePlan(request, choices);
  const ownKeys = items.filter(({ own }) => own).map(({ key }) => key);
  const id = await writeDraft(
    ctx,
    before.memberId,
    { replacesId: planId, ownKeys },
    {
      request,
      plan,
      gaps: before.gaps,
      choices,
      frameworkVersionId: before.frameworkVersionId,
      libraryVersionId: before.libraryVersionId,
      levelId: before.levelId,
      startOn: startOfWeek(before.startOn, fromWeek),
    },
  );
  ctx.audit({
    subject: { kind: "growth_plan", id },
    before: { planId },
    after: { state: "draft", memberId: before.memberId, fromWeek, items: plan.items.length },
  });
  return planPage(ctx, before.memberId);
}

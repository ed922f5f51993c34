import { newId } from "@rubric/db";
import { growthPlan, growthPlanAgreement, type LibraryEntry } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { keysOf } from "../library/access.ts";
import { lockPlan, type PlanRow } from "./access.ts";
import { arrange, type PlanEdit } from "./arrange.ts";
import { layOut, leftOutOf } from "./choose.ts";
import {
  choicesOf,
  chosenOf,
  itemsOfMember,
  libraryItems,
  placedItems,
  writeItems,
} from "./items.ts";
import { requestOf } from "./request-of.ts";
import { whyNotArranged, whyNotEditPlan } from "./rules.ts";
import type { EditPlanInput, PlanPageView } from "./schemas.ts";
import { planPage } from "./view.ts";

type Edit = z.infer<typeof EditPlanInput>["edit"];

/**
 * Changes one thing of a draft: an item put in, taken out or moved, or one of one's own added at its
 * end. Whoever had agreed to it is asked again.
 */
export async function editPlan(
  ctx: CommandCtx,
  { planId, revision, edit }: z.infer<typeof EditPlanInput>,
): Promise<PlanPageView> {
  const plan = await lockPlan(ctx, planId);
  refuseIf(whyNotEditPlan(plan, revision));
  const items = await itemsOfMember(ctx, plan.memberId);
  const placed = await placedItems(ctx, planId);
  const library = await libraryItems(ctx, plan.libraryVersionId);
  const here = placed.map(({ item }) => item.key);
  if (edit.do === "add_own") await requireCompetency(ctx, plan, edit.item.competency);
  const own = edit.do === "add_own" ? [ownEntry(edit.item, plan)] : [];
  const choices = [...choicesOf(library, items, [...here, ...plan.done]), ...own];
  const step = stepOf(edit, own);
  if (step.do === "put_in" ? !choices.some(({ id }) => id === step.id) : !here.includes(step.id)) {
    refuse("NOT_FOUND", {});
  }
  const request = requestOf(plan);
  const before = { chosen: chosenOf(placed), kept: plan.kept, without: plan.without };
  const after = arrange(before, step, request, choices);
  const titles = new Map(choices.map(({ id, title }) => [id, title]));
  refuseIf(
    whyNotArranged(
      after.chosen.map(({ item }) => ({ ...item, title: titles.get(item.id) ?? item.id })),
      { done: plan.done, hours: plan.weeks * plan.hoursAWeek, titles },
    ),
  );
  const planned = layOut(after.chosen, plan);
  const changed = { ...request, kept: after.kept, without: after.without };
  const left = leftOutOf(
    changed,
    choices,
    planned.map(({ id }) => id),
  );
  const next = revision + 1;
  const [written] = await ctx.tx
    .update(growthPlan)
    .set({ revision: next, kept: [...after.kept], without: [...after.without], leftOut: left })
    .where(
      and(
        eq(growthPlan.orgId, ctx.org.id),
        eq(growthPlan.id, planId),
        eq(growthPlan.state, "draft"),
        eq(growthPlan.revision, revision),
      ),
    )
    .returning({ id: growthPlan.id });
  if (written === undefined) return refuse("GROWTH_PLAN_CHANGED", { revision: next });
  const ownKeys = [
    ...items.filter((row) => row.own).map(({ key }) => key),
    ...own.map((e) => e.id),
  ];
  await writeItems(ctx, { planId, memberId: plan.memberId, ownKeys }, planned, choices);
  await ctx.tx
    .delete(growthPlanAgreement)
    .where(and(eq(growthPlanAgreement.orgId, ctx.org.id), eq(growthPlanAgreement.planId, planId)));
  ctx.audit({
    subject: { kind: "growth_plan", id: planId },
    before: { revision },
    after: { revision: next, did: edit.do },
  });
  return planPage(ctx, plan.memberId);
}

function ownEntry(item: Extract<Edit, { do: "add_own" }>["item"], plan: PlanRow): LibraryEntry {
  const level = plan.path.at(-1) ?? "";
  return {
    id: newId(),
    ...item,
    level,
    technologies: [],
    requires: [],
    preparation: false,
    goals: [],
  };
}

/** What one adds leads towards something that the plan's framework knows. */
async function requireCompetency(ctx: CommandCtx, plan: PlanRow, key: string): Promise<void> {
  const { competencies } = await keysOf(ctx, plan.frameworkVersionId);
  if (!competencies.some((one) => one.key === key)) refuse("NOT_FOUND", {});
}

function stepOf(edit: Edit, [own]: readonly LibraryEntry[]): PlanEdit {
  if (edit.do === "add_own") return { do: "put_in", id: own?.id ?? "" };
  const { key: id, ...rest } = edit;
  return { ...rest, id };
}

import type { Tx } from "@rubric/db";
import {
  growthItem,
  growthPlan,
  growthPlanAgreement,
  growthPlanItem,
  member,
} from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { agreementsOf, type PlanRow, plansOf } from "../plan/access.ts";
import { headView, itemViews } from "../plan/item-view.ts";
import { chosenOf, libraryItems, placedItems } from "../plan/items.ts";
import { namesOf } from "../plan/names.ts";
import { plannedOf } from "../plan/plan-view.ts";
import { toInstant } from "../wire.ts";
import type { RecordSections } from "./document.ts";
import type { SectionCtx } from "./sections.ts";

type Recorded = RecordSections["plans"][number];

/** A member's plans, every version of them, the newest first. */
export async function recordOfPlans(ctx: SectionCtx, memberId: string): Promise<Recorded[]> {
  const plans = await plansOf(ctx, memberId);
  const agreements = await agreementsOf(
    ctx,
    plans.map(({ id }) => id),
  );
  const recorded: Recorded[] = [];
  for (const plan of plans) {
    recorded.push({
      ...(await contentOf(ctx, plan)),
      agreements: agreements
        .filter(({ planId }) => planId === plan.id)
        .map(({ side, name, at }) => ({ side, by: name, at: toInstant(at) })),
    });
  }
  return recorded;
}

async function contentOf(ctx: SectionCtx, plan: PlanRow): Promise<Omit<Recorded, "agreements">> {
  const names = await namesOf(ctx, plan.frameworkVersionId);
  const placed = await placedItems(ctx, plan.id);
  const entries = chosenOf(placed).map(({ item }) => item);
  const library = await libraryItems(ctx, plan.libraryVersionId);
  const head = headView(plan, [...library, ...entries], names);
  const rows = new Map(placed.map(({ item }) => [item.key, item]));
  const people = await namesOfPeople(ctx, [
    plan.madeBy,
    ...placed.flatMap(({ item }) => (item.doneBy === null ? [] : [item.doneBy])),
  ]);
  return {
    number: plan.number,
    state: plan.state,
    goal: plan.goal,
    aimedAt: head.aimedAt.name,
    technologies: head.technologies,
    weeks: plan.weeks,
    hoursAWeek: plan.hoursAWeek,
    startOn: plan.startOn,
    endsOn: head.endsOn,
    madeBy: people.get(plan.madeBy) ?? "",
    createdAt: toInstant(plan.createdAt),
    agreedAt: toInstant(plan.agreedAt),
    endedAt: toInstant(plan.endedAt),
    endReason: plan.endReason,
    gaps: head.gaps.map(({ competency, from, size, by }) => ({
      competency: competency.name,
      from: from.name,
      size,
      by,
    })),
    items: itemViews(plannedOf(placed), entries, names).map((item) => {
      const row = rows.get(item.key);
      return {
        kind: item.kind,
        competency: item.competency.name,
        level: item.level.name,
        title: item.title,
        summary: item.summary,
        hours: item.hours,
        evidence: item.evidence,
        portions: item.portions,
        why: item.why,
        after: item.after,
        done:
          row?.doneAt == null
            ? null
            : {
                at: toInstant(row.doneAt),
                by: people.get(row.doneBy ?? "") ?? "",
                shown: row.shown,
              },
      };
    }),
    left: head.left.map(({ title, competency, because }) => ({
      title,
      competency: competency.name,
      because,
    })),
  };
}

async function namesOfPeople(
  { read, org }: SectionCtx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, org.id), inArray(member.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Erases a member's plans with who agreed to them, and all that they worked on. */
export async function erasePlans(tx: Tx, orgId: string, memberId: string): Promise<void> {
  const theirs = tx
    .select({ id: growthPlan.id })
    .from(growthPlan)
    .where(and(eq(growthPlan.orgId, orgId), eq(growthPlan.memberId, memberId)));
  await tx
    .delete(growthPlanItem)
    .where(and(eq(growthPlanItem.orgId, orgId), inArray(growthPlanItem.planId, theirs)));
  await tx
    .delete(growthPlanAgreement)
    .where(and(eq(growthPlanAgreement.orgId, orgId), inArray(growthPlanAgreement.planId, theirs)));
  await tx
    .delete(growthPlan)
    .where(and(eq(growthPlan.orgId, orgId), eq(growthPlan.memberId, memberId)));
  await tx
    .delete(growthItem)
    .where(and(eq(growthItem.orgId, orgId), eq(growthItem.memberId, memberId)));
}

import { member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { type Denial, explain } from "../errors.ts";
import { sideOf } from "../review/access.ts";
import { toInstant } from "../wire.ts";
import { type agreementsOf, type PlanRow } from "./access.ts";
import { headView, itemViews } from "./item-view.ts";
import { chosenOf, libraryItems, type PlacedItem, reasonOf } from "./items.ts";
import { namesOf } from "./names.ts";
import type { Planned } from "./request.ts";
import {
  hasAgreed,
  type PlanState,
  whyNotAgreePlan,
  whyNotEditPlan,
  whyNotEndPlan,
  whyNotReplan,
} from "./rules.ts";
import { deny } from "../errors.ts";
import type { GrowthPlanView } from "./schemas.ts";
import { weekAt } from "./weeks.ts";

type Ctx = Pick<ReadCtx, "org" | "read" | "duties">;

/** A plan's items as the engine lays them out, read back from their rows. */
export function plannedOf(placed: readonly PlacedItem[]): Planned[] {
  const here = new Set(placed.map(({ item }) => item.key));
  return placed.map(({ place, item }) => ({
    id: item.key,
    portions: place.portions,
    why: reasonOf(place),
    after: item.requires.filter((key) => here.has(key)),
  }));
}

/** A draft, or the plan in force, with what its reader may do. */
export async function growthPlanView(
  ctx: Ctx,
  plan: PlanRow,
  {
    placed,
    follows,
    grows,
    today,
    states,
    agreements,
  }: {
    placed: readonly PlacedItem[];
    follows: GrowthPlanView["follows"];
    grows: { managerId: string | null };
    today: string;
    states: readonly PlanState[];
    agreements: Awaited<ReturnType<typeof agreementsOf>>;
  },
): Promise<GrowthPlanView> {
  const names = await namesOf(ctx, plan.frameworkVersionId);
  const entries = chosenOf(placed).map(({ item }) => item);
  const library = await libraryItems(ctx, plan.libraryVersionId);
  const facts = { ...plan, items: placed.length, agreements };
  const rows = new Map(placed.map(({ item }) => [item.key, item]));
  const doers = await namesOfDoers(ctx, placed);
  const week = weekAt(plan.startOn, today);
  const why = (denial: Denial | null) => denial && explain(denial);
  return {
    ...headView(plan, [...library, ...entries], names),
    id: plan.id,
    number: plan.number,
    state: plan.state,
    revision: plan.revision,
    follows,
    currentWeek: week >= 1 && week <= plan.weeks ? week : null,
    items: itemViews(plannedOf(placed), entries, names).flatMap((view) => {
      const row = rows.get(view.key);
      if (row === undefined) return [];
      const { doneAt, doneBy, shown } = row;
      const done =
        doneAt === null || doneBy === null
          ? null
          : { at: toInstant(doneAt), by: doers.get(doneBy) ?? "", shown };
      return [{ ...view, itemId: row.id, own: row.own, done }];
    }),
    agreements: agreements
      .filter(({ side }) => plan.state !== "draft" || hasAgreed(facts, side, grows))
      .map(({ side, name, at }) => ({ side, name, at: toInstant(at) })),
    madeBy: doers.get(plan.madeBy) ?? (await nameOf(ctx, plan.madeBy)),
    createdAt: toInstant(plan.createdAt),
    may: {
      edit: why(whyNotEditPlan(plan, plan.revision)),
      agree: why(whyNotAgreePlan(facts, sideOf(ctx), grows)),
      markDone: why(
        plan.state === "agreed" ? null : deny("GROWTH_PLAN_NOT_AGREED", { state: plan.state }),
      ),
      replan: why(whyNotReplan(plan, states)),
      end: why(whyNotEndPlan(plan)),
    },
  };
}

async function namesOfDoers(
  { read, org }: Ctx,
  placed: readonly PlacedItem[],
): Promise<ReadonlyMap<string, string>> {
  const ids = placed.flatMap(({ item }) => (item.doneBy === null ? [] : [item.doneBy]));
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, org.id), inArray(member.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function nameOf({ read, org }: Ctx, memberId: string): Promise<string> {
  const [row] = await read
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.orgId, org.id), eq(member.id, memberId)));
  return row?.name ?? "";
}

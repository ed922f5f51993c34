import { member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { isUnshared } from "../baseline/ratings.ts";
import type { ReadCtx } from "../context.ts";
import { type Denial, explain, refuse } from "../errors.ts";
import { nextLevels } from "../ladder/ladder.ts";
import { technologiesOf } from "../library/show.ts";
import { sideOf } from "../review/access.ts";
import { toInstant } from "../wire.ts";
import { agreementsOf, groundOf, type PlanRow, plansOf, sizesOf } from "./access.ts";
import { todayOf } from "./ask.ts";
import { comparePlans, type ItemChange } from "./compare.ts";
import { placedItems, type PlacedItem } from "./items.ts";
import { growthPlanView, plannedOf } from "./plan-view.ts";
import { whyNotMakePlan } from "./rules.ts";
import type { GrowthPlanView, PlanPageView } from "./schemas.ts";
import { weekAt } from "./weeks.ts";

type Ctx = Pick<ReadCtx, "actor" | "org" | "read" | "clock" | "duties" | "subject" | "policy">;
type Grows = NonNullable<ReadCtx["subject"]["grows"]>;

/** The page of a member's plan, for one of the two who agree on it. */
export async function planPage(ctx: Ctx, memberId: string): Promise<PlanPageView> {
  const { grows } = ctx.subject;
  if (grows === undefined || grows.memberId !== memberId) return refuse("NOT_FOUND", {});
  const ground = await groundOf(ctx, memberId);
  const plans = await plansOf(ctx, memberId);
  const today = await todayOf(ctx);
  const agreements = await agreementsOf(
    ctx,
    plans.map(({ id }) => id),
  );
  const find = (state: PlanRow["state"]) => plans.find((plan) => plan.state === state) ?? null;
  const [draft, agreed] = [find("draft"), find("agreed")];
  const drafted = draft && (await placedItems(ctx, draft.id));
  const inForce = agreed && (await placedItems(ctx, agreed.id));
  const states = plans.map(({ state }) => state);
  const open = async (plan: PlanRow | null, placed: PlacedItem[] | null) =>
    plan &&
    placed &&
    (await growthPlanView(ctx, plan, {
      placed,
      follows: await followsOf(
        ctx,
        plans.find(({ id }) => id === plan.replacesId),
        placed,
      ),
      grows,
      today,
      states,
      agreements: agreements.filter(({ planId }) => planId === plan.id),
    }));
  const { framework, levels, held, library, competencies } = ground;
  const onward = held === null ? levels : nextLevels(levels, held.key);
  return {
    ...(await peopleOf(ctx, grows)),
    mine: sideOf(ctx),
    today,
    framework: framework && { id: framework.id, name: framework.name },
    levels: levels.map(({ id, key, name }) => ({ id, key, name })),
    heldId: held?.id ?? null,
    nextId: (onward[0] ?? held)?.id ?? null,
    competencies,
    technologies: technologiesOf(library?.items ?? []),
    unshared: await isUnshared(ctx, memberId),
    draft: await open(draft, drafted),
    agreed: await open(agreed, inForce),
    difference:
      draft !== null && agreed !== null && draft.replacesId === agreed.id
        ? differenceOf(agreed, inForce ?? [], draft, drafted ?? [])
        : null,
    past: await pastOf(ctx, plans),
    may: { make: why(whyNotMakePlan(states)) },
  };
}

function why(denial: Denial | null) {
  return denial && explain(denial);
}

/** The plan that another took the place of, with how much was done in it that is not in the next. */
async function followsOf(
  ctx: Ctx,
  before: PlanRow | undefined,
  placed: readonly PlacedItem[],
): Promise<GrowthPlanView["follows"]> {
  if (before === undefined) return null;
  const here = new Set(placed.map(({ item }) => item.id));
  const done = (await placedItems(ctx, before.id)).filter(
    ({ item }) => item.doneAt !== null && !here.has(item.id),
  );
  return { weeks: before.weeks, startOn: before.startOn, done: done.length };
}

/** What became of each item; it moved if its days did, and each plan counts its own weeks. */
function differenceOf(
  agreed: PlanRow,
  inForce: readonly PlacedItem[],
  draft: PlanRow,
  drafted: readonly PlacedItem[],
): NonNullable<PlanPageView["difference"]> {
  const shift = weekAt(agreed.startOn, draft.startOn) - 1;
  const after = plannedOf(drafted).map((item) => ({
    ...item,
    portions: item.portions.map(({ week, hours }) => ({ week: week + shift, hours })),
  }));
  const rows = [...inForce, ...drafted].map(({ item }) => item);
  const titles = new Map(rows.map(({ key, title }) => [key, title]));
  const done = new Set(rows.filter(({ doneAt }) => doneAt !== null).map(({ key }) => key));
  const changeOf = ({ id, change }: ItemChange) =>
    change === "removed" && done.has(id) ? ("done" as const) : change;
  return comparePlans({ items: plannedOf(inForce), left: [] }, { items: after, left: [] }).map(
    (one) => ({
      key: one.id,
      title: titles.get(one.id) ?? one.id,
      change: changeOf(one),
      before: one.before,
      after: one.after && { from: one.after.from - shift, to: one.after.to - shift },
    }),
  );
}

async function pastOf(ctx: Ctx, plans: readonly PlanRow[]): Promise<PlanPageView["past"]> {
  const past = plans.filter(({ state }) => state === "superseded" || state === "ended");
  const sizes = await sizesOf(
    ctx,
    past.map(({ id }) => id),
  );
  return past.map((plan) => ({
    id: plan.id,
    number: plan.number,
    state: plan.state,
    goal: plan.goal,
    weeks: plan.weeks,
    startOn: plan.startOn,
    agreedAt: toInstant(plan.agreedAt),
    endedAt: toInstant(plan.endedAt),
    reason: plan.endReason,
    ...(sizes.get(plan.id) ?? { items: 0, done: 0 }),
  }));
}

async function peopleOf(ctx: Ctx, { memberId, managerId }: Grows) {
  const ids = [memberId, ...(managerId === null ? [] : [managerId])];
  const rows = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), inArray(member.id, ids)));
  const find = (id: string | null) => rows.find((row) => row.id === id) ?? null;
  return { member: find(memberId) ?? refuse("NOT_FOUND", {}), manager: find(managerId) };
}

import type { Reader } from "@rubric/db";
import type { Rating } from "@rubric/db/schema";
import {
  growthItem,
  growthPlan,
  growthPlanAgreement,
  growthPlanItem,
  member,
} from "@rubric/db/schema";
import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import { type BaselineRating, sharedRatings } from "../baseline/ratings.ts";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { placementOf, publishedVersion, ratingsAt } from "../ladder/access.ts";
import { keysOf, libraryOf } from "../library/access.ts";
import { expectationsOf } from "../review/access.ts";
import { openRatings } from "../review/open-ratings.ts";
import { RATINGS } from "../scorecard/schemas.ts";
import { type AssessedGap, firstRated, gapsOnPath, type Marks, type RatedLevel } from "./gaps.ts";
import type { PlanFacts } from "./rules.ts";

type Rows = { read: Reader; org: { id: string } };
type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;
export type PlanRow = typeof growthPlan.$inferSelect;

/** What a member's plan is made on: framework and library, with the level that they hold. */
export async function groundOf(ctx: Ctx, memberId: string) {
  const placed = await placementOf(ctx, memberId);
  const framework = await publishedVersion(ctx, placed?.frameworkId ?? null);
  const { levels, competencies } =
    framework === null ? { levels: [], competencies: [] } : await keysOf(ctx, framework.versionId);
  const library = framework === null ? null : await libraryOf(ctx, framework.id);
  const held = levels.find(({ key }) => key === placed?.levelKey) ?? null;
  return { framework, levels, competencies, held, library: library?.version ?? null };
}

type AssessCtx = Ctx & Pick<ReadCtx, "policy">;

/**
 * The gaps of a member on the way to a level, by the manager's word of each competency, else the
 * member's own, else what their interviews showed at the level that they were hired at. Only what
 * both may read by now counts (laws 1 and 10): a plan is read by both.
 */
export async function assessedGaps(
  ctx: AssessCtx,
  memberId: string,
  aimedAt: { frameworkId: string; path: readonly { id: string; key: string }[] },
  marks: Marks = new Map(),
): Promise<AssessedGap[]> {
  return gapsOnPath(await ratedLevels(ctx, memberId, aimedAt), marks);
}

/** The levels of a way as they were rated, as far as both of the pair may know. */
async function ratedLevels(
  ctx: AssessCtx,
  memberId: string,
  { frameworkId, path }: { frameworkId: string; path: readonly { id: string; key: string }[] },
): Promise<RatedLevel[]> {
  const levels: RatedLevel[] = [];
  const shared = await sharedRatings(ctx, memberId);
  const interviewed = newestOf(shared.ratings);
  const hiredAt = shared.levelKey ?? path[0]?.key;
  const toSelf = await openRatings(ctx, memberId, "self");
  const toManager = await openRatings(ctx, memberId, "manager");
  for (const { id, key } of path) {
    const of = { frameworkId, levelKey: key };
    const forSelf = ratingsAt(toSelf, of);
    const forManager = ratingsAt(toManager, of);
    const rows = (await expectationsOf(ctx, id)).map((row) => {
      const manager: Rating | null = forSelf.get(row.key)?.manager?.rating ?? null;
      const self: Rating | null = forManager.get(row.key)?.self?.rating ?? null;
      const baseline = key === hiredAt ? (interviewed.get(row.key) ?? null) : null;
      return {
        competency: row.key,
        proficiency: row.proficiency,
        ...firstRated({ manager, self, baseline }),
      };
    });
    levels.push({ key, rows });
  }
  return levels;
}

/** The newest rating of each competency; of several of one time the lowest. */
function newestOf(ratings: readonly BaselineRating[]): ReadonlyMap<string, Rating> {
  const order = (a: BaselineRating, b: BaselineRating) =>
    a.at.getTime() - b.at.getTime() || RATINGS.indexOf(b.rating) - RATINGS.indexOf(a.rating);
  return new Map(
    ratings.toSorted(order).map(({ competencyKey, rating }) => [competencyKey, rating]),
  );
}

/** A member's plans, the newest first. */
export async function plansOf({ read, org }: Rows, memberId: string) {
  return read
    .select()
    .from(growthPlan)
    .where(and(eq(growthPlan.orgId, org.id), eq(growthPlan.memberId, memberId)))
    .orderBy(desc(growthPlan.number));
}

/** Who agreed to which revision of some plans, with their names. */
export async function agreementsOf({ read, org }: Rows, planIds: readonly string[]) {
  if (planIds.length === 0) return [];
  return read
    .select({
      planId: growthPlanAgreement.planId,
      side: growthPlanAgreement.side,
      memberId: growthPlanAgreement.memberId,
      revision: growthPlanAgreement.revision,
      at: growthPlanAgreement.agreedAt,
      name: member.name,
    })
    .from(growthPlanAgreement)
    .innerJoin(
      member,
      and(eq(member.orgId, growthPlanAgreement.orgId), eq(member.id, growthPlanAgreement.memberId)),
    )
    .where(
      and(eq(growthPlanAgreement.orgId, org.id), inArray(growthPlanAgreement.planId, [...planIds])),
    )
    .orderBy(asc(growthPlanAgreement.agreedAt));
}

/** How many items each of some plans holds, and how many of them are done. */
export async function sizesOf(
  { read, org }: Pick<Ctx, "read" | "org">,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, { items: number; done: number }>> {
  if (planIds.length === 0) return new Map();
  const rows = await read
    .select({
      planId: growthPlanItem.planId,
      items: count(),
      done: count(growthItem.doneAt),
    })
    .from(growthPlanItem)
    .innerJoin(
      growthItem,
      and(eq(growthItem.orgId, growthPlanItem.orgId), eq(growthItem.id, growthPlanItem.itemId)),
    )
    .where(and(eq(growthPlanItem.orgId, org.id), inArray(growthPlanItem.planId, [...planIds])))
    .groupBy(growthPlanItem.planId);
  return new Map(rows.map(({ planId, ...sizes }) => [planId, sizes]));
}

/** A plan as its rules ask. */
export async function factsOf(ctx: Pick<Ctx, "read" | "org">, plan: PlanRow): Promise<PlanFacts> {
  return {
    state: plan.state,
    revision: plan.revision,
    items: (await sizesOf(ctx, [plan.id])).get(plan.id)?.items ?? 0,
    agreements: await agreementsOf(ctx, [plan.id]),
  };
}

/**
 * Locks a plan, and before it the one that it is to replace: what was agreed on comes first, so that
 * two who lock both do it in one order.
 */
export async function lockPlan(ctx: CommandCtx, planId: string): Promise<PlanRow> {
  const [found] = await ctx.tx
    .select({ replacesId: growthPlan.replacesId })
    .from(growthPlan)
    .where(and(eq(growthPlan.orgId, ctx.org.id), eq(growthPlan.id, planId)));
  if (found === undefined) return refuse("NOT_FOUND", {});
  const ids = [planId, ...(found.replacesId === null ? [] : [found.replacesId])];
  const locked = await ctx.tx
    .select()
    .from(growthPlan)
    .where(and(eq(growthPlan.orgId, ctx.org.id), inArray(growthPlan.id, ids)))
    .orderBy(asc(growthPlan.number))
    .for("no key update");
  return locked.find(({ id }) => id === planId) ?? refuse("NOT_FOUND", {});
}

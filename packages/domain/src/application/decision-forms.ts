import { competency, criterion, frameworkLevel, plan } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { BoardView } from "./schemas.ts";

/** What the form of a decision offers, by plan: the framework's levels and the rubric's criteria. */
export async function decisionForms(
  ctx: Pick<ReadCtx, "read" | "org">,
  planIds: readonly string[],
): Promise<BoardView["plans"]> {
  if (planIds.length === 0) return [];
  const criteria = await ctx.read
    .select({ planId: criterion.planId, criterionId: criterion.id, name: competency.name })
    .from(criterion)
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(
      and(
        eq(criterion.orgId, ctx.org.id),
        inArray(criterion.planId, [...planIds]),
        isNull(criterion.withdrawnAt),
      ),
    )
    .orderBy(asc(criterion.position));
  const levels = await ctx.read
    .select({ planId: plan.id, key: frameworkLevel.key, name: frameworkLevel.name })
    .from(plan)
    .innerJoin(
      frameworkLevel,
      and(
        eq(frameworkLevel.orgId, plan.orgId),
        eq(frameworkLevel.versionId, plan.frameworkVersionId),
      ),
    )
    .where(and(eq(plan.orgId, ctx.org.id), inArray(plan.id, [...planIds])))
    .orderBy(asc(frameworkLevel.position));
  return planIds.map((planId) => ({
    planId,
    levels: levels
      .filter((level) => level.planId === planId)
      .map(({ key, name }) => ({ key, name })),
    criteria: criteria
      .filter((one) => one.planId === planId)
      .map(({ criterionId, name }) => ({ criterionId, name })),
  }));
}

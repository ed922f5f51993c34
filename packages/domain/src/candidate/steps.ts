import { plan, planInterview, stage } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

export type Step = typeof stage.$inferSelect & {
  interviews: {
    name: string;
    kind: (typeof planInterview.$inferSelect)["kind"];
    minutes: number;
  }[];
};

/** The steps of these plans, in their order, with how long each of their interviews takes. */
export async function stepsOf(ctx: Ctx, planIds: readonly string[]): Promise<Step[]> {
  if (planIds.length === 0) return [];
  const stages = await ctx.read
    .select()
    .from(stage)
    .where(and(eq(stage.orgId, ctx.org.id), inArray(stage.planId, [...planIds])))
    .orderBy(asc(stage.planId), asc(stage.position));
  if (stages.length === 0) return [];
  const planned = await ctx.read
    .select()
    .from(planInterview)
    .where(
      and(
        eq(planInterview.orgId, ctx.org.id),
        inArray(
          planInterview.stageId,
          stages.map((one) => one.id),
        ),
      ),
    )
    .orderBy(asc(planInterview.position));
  const byStage = Map.groupBy(planned, (one) => one.stageId);
  return stages.map((one) => ({
    ...one,
    interviews: (byStage.get(one.id) ?? []).map(({ name, kind, minutes }) => ({
      name,
      kind,
      minutes,
    })),
  }));
}

/** The steps that a new applicant of the job goes through. */
export async function currentSteps(ctx: Ctx, jobId: string): Promise<Step[]> {
  const [current] = await ctx.read
    .select({ id: plan.id })
    .from(plan)
    .where(and(eq(plan.orgId, ctx.org.id), eq(plan.jobId, jobId), eq(plan.state, "current")));
  return current === undefined ? [] : stepsOf(ctx, [current.id]);
}

import { among, type Database, type Given, prepared, together } from "@rubric/db";
import { plan, planInterview, stage } from "@rubric/db/schema";
import { and, asc, eq, inArray, type Placeholder, type SQL } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

export type Step = typeof stage.$inferSelect & {
  interviews: {
    name: string;
    kind: (typeof planInterview.$inferSelect)["kind"];
    minutes: number;
  }[];
};

type Asks = Pick<Database, "select">;
type OrgId = Placeholder<string, string>;
const stagesIn = (db: Asks, orgId: OrgId, plans: SQL) =>
  db
    .select()
    .from(stage)
    .where(and(eq(stage.orgId, orgId), plans))
    .orderBy(asc(stage.planId), asc(stage.position));
const interviewsIn = (db: Asks, orgId: OrgId, plans: SQL) =>
  db
    .select({
      stageId: planInterview.stageId,
      name: planInterview.name,
      kind: planInterview.kind,
      minutes: planInterview.minutes,
    })
    .from(planInterview)
    .innerJoin(
      stage,
      and(eq(stage.orgId, planInterview.orgId), eq(stage.id, planInterview.stageId)),
    )
    .where(and(eq(planInterview.orgId, orgId), plans))
    .orderBy(asc(planInterview.position));

type OfPlans = Given<{ orgId: string; planIds: readonly string[] }>;
const stagesOfPlans = prepared((db, of: OfPlans) =>
  stagesIn(db, of.orgId, among(stage.planId, of.planIds)),
);
const interviewsOfPlans = prepared((db, of: OfPlans) =>
  interviewsIn(db, of.orgId, among(stage.planId, of.planIds)),
);

type OfJob = Given<{ orgId: string; jobId: string }>;
const currentPlan = (db: Asks, of: OfJob) =>
  inArray(
    stage.planId,
    db
      .select({ id: plan.id })
      .from(plan)
      .where(and(eq(plan.orgId, of.orgId), eq(plan.jobId, of.jobId), eq(plan.state, "current"))),
  );
const stagesOfJob = prepared((db, of: OfJob) => stagesIn(db, of.orgId, currentPlan(db, of)));
const interviewsOfJob = prepared((db, of: OfJob) =>
  interviewsIn(db, of.orgId, currentPlan(db, of)),
);

/** The steps of these plans, in their order, with how long each of their interviews takes. */
export async function stepsOf(ctx: Ctx, planIds: readonly string[]): Promise<Step[]> {
  if (planIds.length === 0) return [];
  const of = { orgId: ctx.org.id, planIds };
  return steps(...(await together([stagesOfPlans(ctx.read, of), interviewsOfPlans(ctx.read, of)])));
}

/** The steps that a new applicant of the job goes through. */
export async function currentSteps(ctx: Ctx, jobId: string): Promise<Step[]> {
  const of = { orgId: ctx.org.id, jobId };
  return steps(...(await together([stagesOfJob(ctx.read, of), interviewsOfJob(ctx.read, of)])));
}

type Planned = Step["interviews"][number] & { stageId: string };

function steps(stages: readonly Omit<Step, "interviews">[], planned: readonly Planned[]): Step[] {
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

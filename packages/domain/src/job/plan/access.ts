import type { Reader } from "@rubric/db";
import { plan } from "@rubric/db/schema";
import { and, eq, max } from "drizzle-orm";

export type PlanRow = typeof plan.$inferSelect;

/** The draft of a job's plan, or null. */
export async function draftOf(read: Reader, orgId: string, jobId: string): Promise<PlanRow | null> {
  return one(read, orgId, jobId, "draft");
}

/** The plan that new applications enter, or null. */
export async function currentPlan(
  read: Reader,
  orgId: string,
  jobId: string,
): Promise<PlanRow | null> {
  return one(read, orgId, jobId, "current");
}

async function one(
  read: Reader,
  orgId: string,
  jobId: string,
  state: PlanRow["state"],
): Promise<PlanRow | null> {
  const [row] = await read
    .select()
    .from(plan)
    .where(and(eq(plan.orgId, orgId), eq(plan.jobId, jobId), eq(plan.state, state)));
  return row ?? null;
}

/** The number after the last adopted plan's. */
export async function nextPlanNumber(read: Reader, orgId: string, jobId: string): Promise<number> {
  const [row] = await read
    .select({ last: max(plan.number) })
    .from(plan)
    .where(and(eq(plan.orgId, orgId), eq(plan.jobId, jobId)));
  return (row?.last ?? 0) + 1;
}

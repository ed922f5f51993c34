import type { Reader } from "@rubric/db";
import { application, member, plan, planMove } from "@rubric/db/schema";
import { and, asc, count, eq, inArray, isNotNull, ne } from "drizzle-orm";

/** The running applications pinned to an earlier plan of the job, by plan (law 6). */
export async function pinnedElsewhere(
  read: Reader,
  orgId: string,
  jobId: string,
): Promise<{ planNumber: number; applications: number }[]> {
  return read
    .select({ planNumber: plan.number, applications: count() })
    .from(application)
    .innerJoin(plan, and(eq(plan.orgId, application.orgId), eq(plan.id, application.planId)))
    .where(
      and(
        eq(application.orgId, orgId),
        eq(application.jobId, jobId),
        inArray(application.state, ["active", "on_hold"]),
        isNotNull(application.pinnedAt),
        ne(plan.state, "current"),
      ),
    )
    .groupBy(plan.number)
    .orderBy(asc(plan.number));
}

/** The request to move them that waits for its second person, or null. */
export async function askedMove(read: Reader, orgId: string, jobId: string) {
  const [row] = await read
    .select({ move: planMove, by: member.name })
    .from(planMove)
    .innerJoin(member, and(eq(member.orgId, planMove.orgId), eq(member.id, planMove.askedBy)))
    .where(and(eq(planMove.orgId, orgId), eq(planMove.jobId, jobId), eq(planMove.state, "asked")));
  return row ?? null;
}

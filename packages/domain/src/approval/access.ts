import type { Reader } from "@rubric/db";
import { approvalFlow, type FlowGroup } from "@rubric/db/schema";
import { and, desc, eq, isNull, or } from "drizzle-orm";

export type FlowRow = typeof approvalFlow.$inferSelect;
type Ctx = { read: Reader; org: { id: string } };

/** The versions of the organization's flow, or of a job's own, the newest first. */
export async function flowVersions(ctx: Ctx, jobId: string | null): Promise<FlowRow[]> {
  return ctx.read
    .select()
    .from(approvalFlow)
    .where(
      and(
        eq(approvalFlow.orgId, ctx.org.id),
        jobId === null ? isNull(approvalFlow.jobId) : eq(approvalFlow.jobId, jobId),
      ),
    )
    .orderBy(desc(approvalFlow.number));
}

/**
 * The flow in force for a job: the newest version of its own, else of the organization's; null
 * where neither names a group, so that the approver whom an offer names is asked.
 */
export async function flowInForce(
  ctx: Ctx,
  jobId: string,
): Promise<{ id: string; groups: readonly FlowGroup[] } | null> {
  const rows = await ctx.read
    .select()
    .from(approvalFlow)
    .where(
      and(
        eq(approvalFlow.orgId, ctx.org.id),
        or(isNull(approvalFlow.jobId), eq(approvalFlow.jobId, jobId)),
      ),
    )
    .orderBy(desc(approvalFlow.number));
  const own = rows.find((row) => row.jobId !== null);
  const flow =
    own !== undefined && own.groups.length > 0 ? own : rows.find((row) => row.jobId === null);
  return flow === undefined || flow.groups.length === 0 ? null : flow;
}

/** A version of a flow by its id. */
export async function flowVersionOf(ctx: Ctx, flowId: string): Promise<FlowRow | null> {
  const [row] = await ctx.read
    .select()
    .from(approvalFlow)
    .where(and(eq(approvalFlow.orgId, ctx.org.id), eq(approvalFlow.id, flowId)));
  return row ?? null;
}

import { requisition } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { authorize } from "../authorize.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockRow, type RequisitionRow } from "./seats.ts";
import { whyNotMakeJob } from "./rules.ts";

/** The approved requisition that a job is made of, locked; it has none yet. */
export async function approvedRequisition(
  ctx: CommandCtx,
  requisitionId: string,
): Promise<RequisitionRow> {
  await authorize(ctx.tx, ctx.actor, ctx.org, "requisition.show", requisitionId);
  const row = (await lockRow(ctx, requisitionId)) ?? refuse("NOT_FOUND", {});
  refuseIf(whyNotMakeJob(row));
  return row;
}

/** Notes the job that was made of a requisition. */
export async function giveJob(
  ctx: CommandCtx,
  requisitionId: string,
  jobId: string,
): Promise<void> {
  const given = await ctx.tx
    .update(requisition)
    .set({ jobId })
    .where(
      and(
        eq(requisition.orgId, ctx.org.id),
        eq(requisition.id, requisitionId),
        isNull(requisition.jobId),
      ),
    )
    .returning({ id: requisition.id });
  if (given.length === 0) refuse("REQUISITION_USED", {});
}

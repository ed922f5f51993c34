import { opening } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { settleRequisition } from "../requisition/seats.ts";
import { lockJob } from "./access.ts";
import { whyNotCloseOpening } from "./rules.ts";
import type { CloseOpeningInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";

/** Closes an open seat for good, with a reason. */
export async function closeOpening(
  ctx: CommandCtx,
  input: z.infer<typeof CloseOpeningInput>,
): Promise<JobView> {
  const { id: jobId } = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  const [row] = await ctx.tx
    .select()
    .from(opening)
    .where(and(eq(opening.orgId, orgId), eq(opening.jobId, jobId), eq(opening.id, input.openingId)))
    .for("update");
  if (row === undefined) return refuse("NOT_FOUND", {});
  refuseIf(whyNotCloseOpening(row.state));
  const closed = await ctx.tx
    .update(opening)
    .set({ state: "closed", closeReason: input.reason })
    .where(and(eq(opening.orgId, orgId), eq(opening.id, row.id), eq(opening.state, "open")))
    .returning({ id: opening.id });
  if (closed.length === 0) return refuse("OPENING_STATE", { state: row.state });
  if (row.requisitionId !== null) await settleRequisition(ctx, row.requisitionId);
  ctx.audit({
    subject: { kind: "opening", id: row.id },
    before: { jobId, state: row.state },
    after: { jobId, state: "closed", reason: input.reason },
  });
  return jobView(ctx, jobId);
}

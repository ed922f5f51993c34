import { opening } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockRequisition, moveRequisition } from "./access.ts";
import { whyNotCancel } from "./rules.ts";
import type { ReasonedRequisitionInput, RequisitionView } from "./schemas.ts";
import { tellMembers } from "./tell.ts";
import { requisitionView } from "./view.ts";

/** Any but fulfilled → cancelled: no opening of it reserved or filled; those that are open close. */
export async function cancelRequisition(
  ctx: CommandCtx,
  input: z.infer<typeof ReasonedRequisitionInput>,
): Promise<RequisitionView> {
  const { loaded, facts } = await lockRequisition(ctx, input.requisitionId);
  const { row } = loaded;
  refuseIf(whyNotCancel(facts));
  const closed = await ctx.tx
    .update(opening)
    .set({ state: "closed", closeReason: `The requisition R-${row.number} was cancelled.` })
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        eq(opening.requisitionId, row.id),
        eq(opening.state, "open"),
      ),
    )
    .returning({ id: opening.id });
  await moveRequisition(
    ctx,
    row,
    "cancel",
    { state: "cancelled", stateReason: input.reason, endedAt: ctx.clock },
    { reason: input.reason, closed: closed.length },
  );
  if (facts.actorId !== row.authorId) {
    await tellMembers(ctx, "requisition.cancelled", [row.authorId], row.id);
  }
  return requisitionView(ctx, row.id);
}

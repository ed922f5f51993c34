import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { aboutOf, lockRequisition, moveRequisition } from "./access.ts";
import { requireApprovers } from "./approvers.ts";
import { whyNotRequest } from "./rules.ts";
import type { RequisitionInput, RequisitionView } from "./schemas.ts";
import { tellInTurn } from "./tell.ts";
import { requisitionView } from "./view.ts";

/** draft → pending: asks the first group. */
export async function requestRequisition(
  ctx: CommandCtx,
  input: z.infer<typeof RequisitionInput>,
): Promise<RequisitionView> {
  const { loaded, facts } = await lockRequisition(ctx, input.requisitionId);
  const { row, groups } = loaded;
  refuseIf(whyNotRequest(facts));
  await requireApprovers(
    ctx,
    aboutOf(loaded),
    groups.map(({ name, approvals, members }) => ({
      name,
      approvals,
      memberIds: members.map((one) => one.memberId),
    })),
  );
  await moveRequisition(ctx, row, "request", {
    state: "pending",
    stateReason: null,
    requestedAt: ctx.clock,
  });
  await tellInTurn(ctx, row.id, groups);
  return requisitionView(ctx, row.id);
}

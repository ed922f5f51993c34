import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockRequisition, moveRequisition } from "./access.ts";
import { writeGroups } from "./groups.ts";
import { whyNotFrom } from "./rules.ts";
import type { ReasonedRequisitionInput, RequisitionView } from "./schemas.ts";
import { tellMembers } from "./tell.ts";
import { requisitionView } from "./view.ts";

/** pending → draft: by an approver or the author, with a reason. What was approved is asked anew. */
export async function sendBackRequisition(
  ctx: CommandCtx,
  input: z.infer<typeof ReasonedRequisitionInput>,
): Promise<RequisitionView> {
  const { loaded, facts } = await lockRequisition(ctx, input.requisitionId);
  const { row, groups } = loaded;
  refuseIf(whyNotFrom(row.state, "sendBack"));
  const moved = await moveRequisition(
    ctx,
    row,
    "sendBack",
    { state: "draft", stateReason: input.reason, approvalRound: row.approvalRound + 1 },
    { reason: input.reason },
  );
  await writeGroups(
    ctx,
    moved,
    groups.map(({ name, approvals, members }) => ({
      name,
      approvals,
      memberIds: members.map((one) => one.memberId),
    })),
  );
  if (facts.actorId !== row.authorId) {
    await tellMembers(ctx, "requisition.sentBack", [row.authorId], row.id);
  }
  return requisitionView(ctx, row.id);
}

import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockRequisition, moveRequisition } from "./access.ts";
import { whyNotFrom } from "./rules.ts";
import type { ReasonedRequisitionInput, RequisitionView } from "./schemas.ts";
import { settleRequisition } from "./seats.ts";
import { requisitionView } from "./view.ts";

/** on hold → approved, with a reason; fulfilled at once if its last opening was filled meanwhile. */
export async function resumeRequisition(
  ctx: CommandCtx,
  input: z.infer<typeof ReasonedRequisitionInput>,
): Promise<RequisitionView> {
  const { loaded } = await lockRequisition(ctx, input.requisitionId);
  refuseIf(whyNotFrom(loaded.row.state, "resume"));
  await moveRequisition(
    ctx,
    loaded.row,
    "resume",
    { state: "approved", stateReason: input.reason },
    { reason: input.reason },
  );
  await settleRequisition(ctx, loaded.row.id);
  return requisitionView(ctx, loaded.row.id);
}

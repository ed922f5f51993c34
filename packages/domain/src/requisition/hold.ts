import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockRequisition, moveRequisition } from "./access.ts";
import { whyNotFrom } from "./rules.ts";
import type { ReasonedRequisitionInput, RequisitionView } from "./schemas.ts";
import { requisitionView } from "./view.ts";

/** approved → on hold: no further offer is sent for its openings; what was sent stays valid. */
export async function holdRequisition(
  ctx: CommandCtx,
  input: z.infer<typeof ReasonedRequisitionInput>,
): Promise<RequisitionView> {
  const { loaded } = await lockRequisition(ctx, input.requisitionId);
  refuseIf(whyNotFrom(loaded.row.state, "hold"));
  await moveRequisition(
    ctx,
    loaded.row,
    "hold",
    { state: "on_hold", stateReason: input.reason },
    { reason: input.reason },
  );
  return requisitionView(ctx, loaded.row.id);
}

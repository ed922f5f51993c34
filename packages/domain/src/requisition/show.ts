import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { RequisitionInput, RequisitionView } from "./schemas.ts";
import { requisitionView } from "./view.ts";

/** One requisition: what it asks for, who approves, and its openings. */
export async function showRequisition(
  ctx: ReadCtx,
  input: z.infer<typeof RequisitionInput>,
): Promise<RequisitionView> {
  return requisitionView(ctx, input.requisitionId);
}

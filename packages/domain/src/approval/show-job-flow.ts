import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { FlowView, ShowJobFlowInput } from "./schemas.ts";
import { flowView } from "./view.ts";

/** A job's own approval flow. */
export async function showJobApprovalFlow(
  ctx: ReadCtx,
  input: z.infer<typeof ShowJobFlowInput>,
): Promise<FlowView> {
  return flowView(ctx, input.jobId);
}

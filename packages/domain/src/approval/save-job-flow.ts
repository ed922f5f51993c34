import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import type { FlowView, SaveJobFlowInput } from "./schemas.ts";
import { writeFlow } from "./write-flow.ts";

/** Writes the next version of a job's own approval flow. */
export async function saveJobApprovalFlow(
  ctx: CommandCtx,
  { jobId, ...input }: z.infer<typeof SaveJobFlowInput>,
): Promise<FlowView> {
  return writeFlow(ctx, jobId, input);
}

import type { CommandCtx } from "../context.ts";
import type { FlowView, SaveFlowInput } from "./schemas.ts";
import { writeFlow } from "./write-flow.ts";

/** Writes the next version of the organization's approval flow. */
export async function saveApprovalFlow(ctx: CommandCtx, input: SaveFlowInput): Promise<FlowView> {
  return writeFlow(ctx, null, input);
}

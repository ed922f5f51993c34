import type { ReadCtx } from "../context.ts";
import type { FlowView } from "./schemas.ts";
import { flowView } from "./view.ts";

/** Who approves the offers of the organization, one group after the other; earlier versions beside it. */
export async function showApprovalFlow(ctx: ReadCtx, _input: object): Promise<FlowView> {
  return flowView(ctx, null);
}

import {
  saveApprovalFlow,
  saveJobApprovalFlow,
  showApprovalFlow,
  showJobApprovalFlow,
} from "@rubric/domain/approval";
import {
  FlowView,
  SaveFlowInput,
  SaveJobFlowInput,
  ShowFlowInput,
  ShowJobFlowInput,
} from "@rubric/domain/approval/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  showFlow: query("approval.showFlow", { errors: [] })
    .input(ShowFlowInput)
    .output(FlowView)
    .query(({ ctx, input }) => showApprovalFlow(ctx, input)),

  saveFlow: command("approval.saveFlow", { errors: ["FLOW_CHANGED", "FLOW_MEMBER", "FLOW_SHORT"] })
    .input(SaveFlowInput)
    .output(FlowView)
    .mutation(({ ctx, input }) => saveApprovalFlow(ctx, input)),

  showJobFlow: query("approval.showJobFlow", { errors: [] })
    .input(ShowJobFlowInput)
    .output(FlowView)
    .query(({ ctx, input }) => showJobApprovalFlow(ctx, input)),

  saveJobFlow: command("approval.saveJobFlow", {
    errors: ["FLOW_CHANGED", "FLOW_MEMBER", "FLOW_SHORT"],
  })
    .input(SaveJobFlowInput)
    .output(FlowView)
    .mutation(({ ctx, input }) => saveJobApprovalFlow(ctx, input)),
});

type Routes = typeof routes;
export interface ApprovalRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const approvalRouter: ApprovalRouter = routes;

import {
  approveRequisition,
  cancelRequisition,
  draftRequisition,
  holdRequisition,
  listRequisitions,
  requestRequisition,
  resumeRequisition,
  sendBackRequisition,
  showRequisition,
} from "@rubric/domain/requisition";
import {
  ApproveRequisitionInput,
  DraftRequisitionInput,
  ListRequisitionsInput,
  ReasonedRequisitionInput,
  RequisitionInput,
  RequisitionListView,
  RequisitionView,
} from "@rubric/domain/requisition/schemas";
import { command, query, router } from "../procedure.ts";

const approvers = [
  "REQUISITION_OWN_APPROVAL",
  "REQUISITION_APPROVER_UNFIT",
  "REQUISITION_GROUPS",
] as const;

const routes = router({
  list: query("requisition.list", { errors: [] })
    .input(ListRequisitionsInput)
    .output(RequisitionListView)
    .query(({ ctx, input }) => listRequisitions(ctx, input)),

  show: query("requisition.show", { errors: [] })
    .input(RequisitionInput)
    .output(RequisitionView)
    .query(({ ctx, input }) => showRequisition(ctx, input)),

  draft: command("requisition.draft", {
    errors: [
      ...approvers,
      "REQUISITION_STATE",
      "REQUISITION_NOT_YOURS",
      "REQUISITION_BAND",
      "REQUISITION_SEATS_TAKEN",
      "JOB_LEVEL_UNKNOWN",
      "FRAMEWORK_NEVER_PUBLISHED",
    ],
  })
    .input(DraftRequisitionInput)
    .output(RequisitionView)
    .mutation(({ ctx, input }) => draftRequisition(ctx, input)),

  request: command("requisition.request", {
    errors: [...approvers, "REQUISITION_STATE", "REQUISITION_NOT_YOURS", "REQUISITION_INCOMPLETE"],
  })
    .input(RequisitionInput)
    .output(RequisitionView)
    .mutation(({ ctx, input }) => requestRequisition(ctx, input)),

  approve: command("requisition.approve", {
    errors: [
      "REQUISITION_STATE",
      "REQUISITION_OWN_APPROVAL",
      "REQUISITION_NOT_IN_TURN",
      "REQUISITION_APPROVED_ALREADY",
      "CHANGED_SINCE_READ",
    ],
  })
    .input(ApproveRequisitionInput)
    .output(RequisitionView)
    .mutation(({ ctx, input }) => approveRequisition(ctx, input)),

  sendBack: command("requisition.sendBack", { errors: ["REQUISITION_STATE"] })
    .input(ReasonedRequisitionInput)
    .output(RequisitionView)
    .mutation(({ ctx, input }) => sendBackRequisition(ctx, input)),

  hold: command("requisition.hold", { errors: ["REQUISITION_STATE"] })
    .input(ReasonedRequisitionInput)
    .output(RequisitionView)
    .mutation(({ ctx, input }) => holdRequisition(ctx, input)),

  resume: command("requisition.resume", { errors: ["REQUISITION_STATE"] })
    .input(ReasonedRequisitionInput)
    .output(RequisitionView)
    .mutation(({ ctx, input }) => resumeRequisition(ctx, input)),

  cancel: command("requisition.cancel", {
    errors: ["REQUISITION_STATE", "REQUISITION_SEATS_TAKEN"],
  })
    .input(ReasonedRequisitionInput)
    .output(RequisitionView)
    .mutation(({ ctx, input }) => cancelRequisition(ctx, input)),
});

type Routes = typeof routes;
export interface RequisitionRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const requisitionRouter: RequisitionRouter = routes;

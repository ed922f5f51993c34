import {
  approvePolicy,
  discardPolicy,
  draftPolicy,
  listCases,
  listPolicies,
  listRules,
  proposePolicy,
  sendBackPolicy,
  startShadow,
  stopShadow,
  tryPolicy,
} from "@rubric/domain/policy";
import {
  ApprovePolicyInput,
  CaseListView,
  DraftPolicyInput,
  ListCasesInput,
  ListPoliciesInput,
  ListRulesInput,
  PolicyListView,
  PolicyView,
  RuleListView,
  SendBackPolicyInput,
  VersionInput,
} from "@rubric/domain/policy/schemas";
import { command, query, router } from "../procedure.ts";

const OWN = ["POLICY_STATE", "POLICY_NOT_YOURS"] as const;

const routes = router({
  list: query("policy.list", { errors: [] })
    .input(ListPoliciesInput)
    .output(PolicyListView)
    .query(({ ctx }) => listPolicies(ctx)),

  listRules: query("policy.listRules", { errors: [] })
    .input(ListRulesInput)
    .output(RuleListView)
    .query(({ ctx }) => listRules(ctx)),

  listCases: query("policy.listCases", { errors: [] })
    .input(ListCasesInput)
    .output(CaseListView)
    .query(({ ctx, input }) => listCases(ctx, input)),

  draft: command("policy.draft", { errors: [...OWN, "POLICY_DATES", "CHANGED_SINCE_READ"] })
    .input(DraftPolicyInput)
    .output(PolicyView)
    .mutation(({ ctx, input }) => draftPolicy(ctx, input)),

  propose: command("policy.propose", { errors: OWN })
    .input(VersionInput)
    .output(PolicyView)
    .mutation(({ ctx, input }) => proposePolicy(ctx, input)),

  approve: command("policy.approve", {
    errors: ["POLICY_STATE", "POLICY_OWN_APPROVAL", "POLICY_DATES", "CHANGED_SINCE_READ"],
  })
    .input(ApprovePolicyInput)
    .output(PolicyView)
    .mutation(({ ctx, input }) => approvePolicy(ctx, input)),

  sendBack: command("policy.sendBack", { errors: ["POLICY_STATE"] })
    .input(SendBackPolicyInput)
    .output(PolicyView)
    .mutation(({ ctx, input }) => sendBackPolicy(ctx, input)),

  discard: command("policy.discard", { errors: OWN })
    .input(VersionInput)
    .output(PolicyView)
    .mutation(({ ctx, input }) => discardPolicy(ctx, input)),

  try: command("policy.try", { errors: ["POLICY_STATE", "TRIAL_RUNNING"] })
    .input(VersionInput)
    .output(PolicyView)
    .mutation(({ ctx, input }) => tryPolicy(ctx, input)),

  startShadow: command("policy.startShadow", { errors: ["POLICY_STATE"] })
    .input(VersionInput)
    .output(PolicyView)
    .mutation(({ ctx, input }) => startShadow(ctx, input)),

  stopShadow: command("policy.stopShadow", { errors: ["POLICY_STATE"] })
    .input(VersionInput)
    .output(PolicyView)
    .mutation(({ ctx, input }) => stopShadow(ctx, input)),
});

type Routes = typeof routes;
export interface PolicyRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const policyRouter: PolicyRouter = routes;

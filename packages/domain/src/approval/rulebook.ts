import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotAsRead, whyNotFlow, whyNotWriteFlow } from "./rules.ts";

const tests = "approval/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const APPROVAL_RULES: readonly FixedRule[] = [
  fixed("approval", whyNotAsRead, {
    says: "Approved or changed is what was read: not what somebody wrote anew since.",
    points: ["offer.approve", "policy.approve", "policy.draft", "requisition.approve"],
    codes: ["CHANGED_SINCE_READ"],
    laws: [15],
    tests,
  }),
  fixed("approval", whyNotFlow, {
    says: "Each group of a flow can be completed, by members who may approve, each named once.",
    points: ["approval.saveFlow", "approval.saveJobFlow"],
    codes: ["FLOW_SHORT", "FLOW_MEMBER"],
    laws: [8],
    tests,
  }),
  fixed("approval", whyNotWriteFlow, {
    says: "A flow is written over the version that its author has seen.",
    points: ["approval.saveFlow", "approval.saveJobFlow"],
    codes: ["FLOW_CHANGED"],
    laws: [8],
    tests,
  }),
];

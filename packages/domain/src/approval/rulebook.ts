import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotFlow, whyNotWriteFlow } from "./rules.ts";

const tests = "approval/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const APPROVAL_RULES: readonly FixedRule[] = [
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

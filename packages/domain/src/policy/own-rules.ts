import { fixed, type FixedRule } from "./fixed-rule.ts";
import {
  whyNotApprove,
  whyNotDates,
  whyNotFrom,
  whyNotOwn,
  whyNotSendBack,
  whyNotTry,
} from "./rules.ts";

const tests = "policy/rules.test.ts";

/** The rules on policies themselves. */
export const POLICY_RULES: readonly FixedRule[] = [
  fixed("policy", whyNotFrom, {
    says: "A version of a policy takes a command only in the states that the command starts from.",
    points: [
      "policy.draft",
      "policy.propose",
      "policy.approve",
      "policy.sendBack",
      "policy.discard",
      "policy.try",
      "policy.startShadow",
      "policy.stopShadow",
    ],
    codes: ["POLICY_STATE"],
    laws: [],
    tests,
  }),
  fixed("policy", whyNotOwn, {
    says: "A draft is changed, proposed and discarded by its author alone.",
    points: ["policy.draft", "policy.propose", "policy.discard"],
    codes: ["POLICY_STATE", "POLICY_NOT_YOURS"],
    laws: [15],
    tests,
  }),
  fixed("policy", whyNotApprove, {
    says: "A policy is set by two people: who approves it is never its author.",
    points: ["policy.approve"],
    codes: ["POLICY_OWN_APPROVAL", "POLICY_STATE", "POLICY_DATES"],
    laws: [15],
    tests,
  }),
  fixed("policy", whyNotSendBack, {
    says: "Only a proposed version goes back to its author.",
    points: ["policy.sendBack"],
    codes: ["POLICY_STATE"],
    laws: [],
    tests,
  }),
  fixed("policy", whyNotDates, {
    says: "A version binds from one instant, not past, to a later one.",
    points: ["policy.draft", "policy.approve"],
    codes: ["POLICY_DATES"],
    laws: [],
    tests,
  }),
  fixed("policy", whyNotTry, {
    says: "A version of a policy has one trial at a time.",
    points: ["policy.try"],
    codes: ["TRIAL_RUNNING"],
    laws: [],
    tests,
  }),
];

import type { Explanation } from "./explanation.ts";
import { judgeBy } from "./judge.ts";
import { findRule } from "./rulebook.ts";

/** Why a decision cannot be judged again: its rule is gone, or takes other things today. */
export type NotAgain = { cannot: "rule" | "kind" | "parameters" | "facts" };

/**
 * Judges a decision again by what its explanation holds and by nothing else: by the kind and the
 * parameters of then, though the rule's defaults may be others today. The explanation that it gives
 * is the recorded one as long as the rule says the same.
 */
export function judgeAgain(explanation: Explanation): Explanation | NotAgain {
  const { kind, policy, segment, place, at } = explanation;
  const rule = findRule(explanation.rule);
  if (rule === null) return { cannot: "rule" };
  if (!rule.kinds.includes(kind)) return { cannot: "kind" };
  const parameters = rule.parameters.safeParse(explanation.parameters);
  if (!parameters.success) return { cannot: "parameters" };
  const facts = rule.facts.safeParse(explanation.facts);
  if (!facts.success) return { cannot: "facts" };
  const then = { ...rule, kinds: [kind] as const, defaults: parameters.data };
  const version = policy && {
    id: policy.versionId,
    policyId: policy.policyId,
    rule: rule.name,
    number: policy.number,
    segment,
    kind,
    parameters: parameters.data,
    ends: false,
    from: 0,
    to: null,
  };
  return judgeBy(then, facts.data, version, place, new Date(at)).explanation;
}

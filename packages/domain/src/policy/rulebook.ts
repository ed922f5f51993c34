import { interviewLoadRule } from "../interview/load.ts";
import { messageLimitRule } from "../application/message-limit.ts";
import { rejectionDelayRule } from "../application/rejection-delay.ts";
import { adjustmentLimitRule, questionLimitRule } from "../candidate/question-limits.ts";
import { selfIdentificationRule } from "../fairness/self-identification.ts";
import { feedbackAllowedRule } from "../feedback/allowed.ts";
import { bandRule } from "../offer/band-rule.ts";
import { postDutiesRule } from "../job/post-duties.ts";
import { postRangeRule } from "../job/post-range.ts";
import { salaryHistoryRule } from "../job/salary-history.ts";
import { feedbackAnswerRule } from "../deadline/feedback-answer.ts";
import { holidaysRule } from "../deadline/holidays.ts";
import { interviewedRule } from "../deadline/interviewed.ts";
import { nextWordRule } from "../deadline/next-word.ts";
import { owedScorecardRule } from "../deadline/owed-scorecard.ts";
import { questionAnswerRule } from "../deadline/question-answer.ts";
import { raterInsightRule } from "../insight/raters-rule.ts";
import { reviewInsightRule } from "../insight/reviews-rule.ts";
import { headcountRule } from "../offer/headcount.ts";
import { preparationOpenRule } from "../preparation/open.ts";
import { requisitionRequiredRule } from "../requisition/required.ts";
import { baselineManagerRule } from "../baseline/manager-rule.ts";
import { baselineNoticeRule } from "../baseline/notice-rule.ts";
import { quarterlyRule } from "../round/quarterly-rule.ts";
import { ratersRule } from "../round/raters-rule.ts";
import { keepRule } from "../retention/keep-rule.ts";
import { fieldErrors } from "../wire.ts";
import type { Rule, RuleKind } from "./rule.ts";

/** Every rule that an organization may set by policy, by its name. */
export const RULES = {
  "interview.load": interviewLoadRule,
  "offer.band": bandRule,
  "offer.headcount": headcountRule,
  "requisition.required": requisitionRequiredRule,
  "fairness.selfIdentification": selfIdentificationRule,
  "insight.reviews": reviewInsightRule,
  "insight.raters": raterInsightRule,
  "application.rejectionDelay": rejectionDelayRule,
  "application.messageLimit": messageLimitRule,
  "candidate.questionLimit": questionLimitRule,
  "candidate.adjustmentLimit": adjustmentLimitRule,
  "feedback.allowed": feedbackAllowedRule,
  "preparation.open": preparationOpenRule,
  "retention.keep": keepRule,
  "job.postDuties": postDutiesRule,
  "job.postRange": postRangeRule,
  "job.salaryHistory": salaryHistoryRule,
  "deadline.questionAnswer": questionAnswerRule,
  "deadline.feedback": feedbackAnswerRule,
  "deadline.scorecard": owedScorecardRule,
  "deadline.holidays": holidaysRule,
  "deadline.interviewed": interviewedRule,
  "deadline.nextWord": nextWordRule,
  "baseline.notice": baselineNoticeRule,
  "baseline.manager": baselineManagerRule,
  "round.quarterly": quarterlyRule,
  "round.raters": ratersRule,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** Whether a rule of this name can be set by policy. */
function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(RULES, name);
}

/** The rule of a name, with its facts and parameters as types. */
export function ruleOf<N extends RuleName>(name: N): (typeof RULES)[N] {
  return RULES[name];
}

/** The rule of a name that was stored or sent; null: there is none today. */
export function findRule(name: string): Rule | null {
  return isRuleName(name) ? RULES[name] : null;
}

/** Every rule that an organization may set by policy, in the order of the list. */
export function allRules(): readonly Rule[] {
  return Object.values(RULES);
}

export type PolicyParts = { kind: RuleKind; parameters: object };

/**
 * What a policy says of a rule, read by that rule: its kind is one of the rule's own and its
 * parameters are whole; else a sentence for each wrong field, for `BAD_INPUT`.
 */
export function readPolicy(
  rule: Pick<Rule, "kinds" | "parameters">,
  stored: { kind: string; parameters: unknown },
): { ok: true; policy: PolicyParts } | { ok: false; fields: Record<string, string> } {
  const kind = rule.kinds.find((one) => one === stored.kind);
  const { data, error } = rule.parameters.safeParse(stored.parameters);
  if (kind !== undefined && data !== undefined) {
    return { ok: true, policy: { kind, parameters: data } };
  }
  const wrong = Object.entries(error === undefined ? {} : fieldErrors(error));
  return {
    ok: false,
    fields: {
      ...(kind === undefined && { kind: `This rule is one of: ${rule.kinds.join(", ")}.` }),
      ...Object.fromEntries(wrong.map(([path, say]) => [underParameters(path), say])),
    },
  };
}

function underParameters(path: string): string {
  return path === "input" ? "parameters" : `parameters.${path}`;
}

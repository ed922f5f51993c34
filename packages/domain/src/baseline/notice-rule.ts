import { z } from "zod";
import { defineRule } from "../policy/rule.ts";

type BaselineNotice = { effect: "notice"; facts: { said: boolean } };

/**
 * Whether privacy notices say that interview ratings may become a growth baseline. What was not said
 * before an interview makes none of it: purpose limitation (GDPR 5(1)(b), 13(2)).
 */
export const baselineNoticeRule = defineRule({
  name: "baseline.notice",
  points: ["job.publishPost", "retention.sendNotice", "retention.sendNotices"],
  laws: [10],
  kinds: ["flow"],
  template: {
    flow: "Posts published from then on, and privacy notices sent from then on, say that the ratings of interviews may become the first growth baseline of the person hired: {said}.",
  },
  facts: z.strictObject({}),
  parameters: z.strictObject({
    said: z.boolean().meta({ title: "Notices say so" }),
  }),
  defaults: { said: false },
  effects: {
    notice: ({ said }) =>
      said === true
        ? "The privacy notice says that interview ratings may become a growth baseline."
        : "The privacy notice says nothing of a growth baseline.",
  },
  judge: (_facts, { said }): BaselineNotice => ({ effect: "notice", facts: { said } }),
  tests: "baseline/policy-rules.test.ts",
});

/** What notices say where they do. */
export const BASELINE_STATEMENT =
  "If you are hired, the ratings of your interviews and the evidence written for them may become the first baseline of your growth here. You see it before your manager does, your manager sees it only as far as our policy allows, whoever interviewed you stands in it as “an interviewer”, “the hiring manager” or “the recruiter” and not by name, and you may object at any time.";

/** The words of a notice for these places: only where all of them say so; else null. */
export function statementOf(
  effects: readonly { facts: { said: boolean } }[],
): typeof BASELINE_STATEMENT | null {
  return effects.length > 0 && effects.every(({ facts }) => facts.said) ? BASELINE_STATEMENT : null;
}

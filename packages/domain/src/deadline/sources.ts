import type { DeadlineSource } from "@rubric/db/schema";
import type { CommandCtx } from "../context.ts";
import type { Rule } from "../policy/rule.ts";
import { dueAfter } from "./due.ts";
import type { BeginDeadline } from "./effect.ts";
import { interviewedRule } from "./interviewed.ts";
import { anyLawOf, lawsOf } from "./laws.ts";
import { nextWordRule } from "./next-word.ts";
import { owedScorecardRule } from "./owed-scorecard.ts";
import { questionAnswerRule } from "./question-answer.ts";
import type { DeadlineKind } from "./schemas.ts";
import type { Wanted } from "./wanted.ts";

/** Only what a policy sets has a rule. */
const RULES: Partial<Record<DeadlineKind, Rule<object, object, BeginDeadline>>> = {
  next_word: nextWordRule,
  question_answer: questionAnswerRule,
  answer_interviewed: interviewedRule,
  scorecard_owed: owedScorecardRule,
};

const PROMISES: Partial<Record<DeadlineKind, string>> = {
  next_word: "This day was promised to the candidate.",
  offer_expiry: "The offer says until when it stands.",
};

export type Place = { regions: readonly string[]; timeZone: string };

/**
 * Every law, policy and promise that sets this deadline, the earliest first: that one counts. None:
 * nothing sets it, and there is no such deadline here. What policies said stays in the command's
 * audit entry.
 */
export function sourcesOf(
  ctx: Pick<CommandCtx, "policy" | "clock">,
  wanted: Pick<Wanted, "kind" | "startsAt" | "promisedAt">,
  place: Place,
): DeadlineSource[] {
  const { kind, startsAt, promisedAt } = wanted;
  const day = startsAt.toISOString().slice(0, 10);
  const laws = lawsOf(kind, place.regions, day).map((law) => lawSource(law, startsAt, place));
  const promise = PROMISES[kind];
  const promised: DeadlineSource[] =
    promisedAt === undefined || promise === undefined
      ? []
      : [
          {
            by: "promise",
            region: null,
            rule: kind,
            sentence: promise,
            source: "",
            dueAt: promisedAt.toISOString(),
          },
        ];
  return [...laws, ...policiesOf(ctx, kind, startsAt, place), ...promised].toSorted((a, b) =>
    a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0,
  );
}

/** The law under which something was asked for or complained of, wherever the job is. */
export function lawSources(kind: DeadlineKind, startsAt: Date, place: Place): DeadlineSource[] {
  const here = lawsOf(kind, place.regions, startsAt.toISOString().slice(0, 10));
  const any = anyLawOf(kind);
  const laws = here.length > 0 || any === null ? here : [any];
  return laws.map((law) => lawSource(law, startsAt, place));
}

function lawSource(
  law: ReturnType<typeof lawsOf>[number],
  startsAt: Date,
  { timeZone }: Place,
): DeadlineSource {
  const { region, rule, sentence, source, period } = law;
  const dueAt = dueAfter(startsAt, period, timeZone).toISOString();
  return { by: "law", region, rule, sentence, source, dueAt };
}

function policiesOf(
  ctx: Pick<CommandCtx, "policy">,
  kind: DeadlineKind,
  startsAt: Date,
  { regions, timeZone }: Place,
): DeadlineSource[] {
  const rule = RULES[kind];
  if (rule === undefined) return [];
  return ctx.policy.judge(rule, {}, { regions }).map(({ facts }) => ({
    by: "policy" as const,
    region: null,
    rule: rule.name,
    sentence: rule.effects["begin_deadline"]?.(facts) ?? "",
    source: "The organization's policy",
    dueAt: dueAfter(startsAt, facts, timeZone).toISOString(),
  }));
}

import type { DeadlineSource } from "@rubric/db/schema";
import type { CommandCtx } from "../context.ts";
import type { Rule } from "../policy/rule.ts";
import { regionsAsked } from "../region/asked.ts";
import { dayAt, dueAfter } from "./due.ts";
import type { BeginDeadline } from "./effect.ts";
import { feedbackAnswerRule } from "./feedback-answer.ts";
import { holidaysRule } from "./holidays.ts";
import { interviewedRule } from "./interviewed.ts";
import { lawSources } from "./laws.ts";
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
  feedback_owed: feedbackAnswerRule,
  scorecard_owed: owedScorecardRule,
};

const PROMISES: Partial<Record<DeadlineKind, string>> = {
  next_word: "This day was promised to the candidate.",
  offer_expiry: "The offer says until when it stands.",
  works_council: "The offer says until when the works council may object.",
};

export type Place = { regions: readonly string[]; timeZone: string };

/**
 * Every law, policy and promise that sets this deadline, the earliest first: that one counts. Laws
 * are those of the day on which it begins. None: nothing sets it, and there is no such deadline
 * here. What policies said stays in the command's audit entry.
 */
export async function sourcesOf(
  ctx: Pick<CommandCtx, "policy" | "read" | "org">,
  wanted: Pick<Wanted, "kind" | "startsAt" | "promisedAt">,
  place: Place,
): Promise<DeadlineSource[]> {
  const { kind, startsAt, promisedAt } = wanted;
  const asked = await regionsAsked(ctx.read, ctx.org.id, startsAt, place.regions);
  const laws = lawSources(kind, startsAt, asked, place.timeZone, (region, days) =>
    ctx.policy
      .judge(holidaysRule, { from: dayAt(startsAt, place.timeZone), days }, { regions: [region] })
      .flatMap(({ facts }) => facts.holidays),
  );
  const promise = promiseOf(kind, promisedAt);
  // What an offer says of a works council is the law's own day, unless its author named an earlier one.
  const said = kind === "works_council" && laws.some((one) => one.dueAt === promise[0]?.dueAt);
  return [...laws, ...policySources(ctx, kind, startsAt, place), ...(said ? [] : promise)].toSorted(
    (a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0),
  );
}

function promiseOf(kind: DeadlineKind, promisedAt: Date | undefined): DeadlineSource[] {
  const sentence = PROMISES[kind];
  if (promisedAt === undefined || sentence === undefined) return [];
  const dueAt = promisedAt.toISOString();
  return [{ by: "promise", region: null, rule: kind, sentence, source: "", dueAt }];
}

function policySources(
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

import { question } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { jobsAsking, knownCompetencies } from "../question/access.ts";
import { restingOf } from "../question/resting.ts";
import { monthCutoff } from "./cutoff.ts";
import { healthOf } from "./health.ts";
import { NEVER_ASKED, questionFacts } from "./question-facts.ts";
import type { ListQuestionHealthInput, QuestionHealthLine, QuestionHealthView } from "./schemas.ts";

const PAGE = 50;

type Line = Omit<QuestionHealthLine, "jobs">;
type Input = z.infer<typeof ListQuestionHealthInput>;

/**
 * How the questions of the bank do, of applications that are over for everybody (law 1), 50 a page:
 * how often each was asked, what was rated under it, how well it tells candidates apart, and what to
 * do about it.
 */
export async function listQuestionHealth(ctx: ReadCtx, input: Input): Promise<QuestionHealthView> {
  const { read, org, clock } = ctx;
  const { timeZone } = await settingsOf(read, org.id);
  const before = monthCutoff(clock, timeZone, ctx.limits);
  const facts = await questionFacts(read, org.id, before);
  const today = dayIn(timeZone, clock);
  const bank = await read
    .select()
    .from(question)
    .where(and(eq(question.orgId, org.id), isNull(question.withdrawnAt)));
  const lines = bank.map((row): Line => {
    const own = facts.get(row.id) ?? NEVER_ASKED;
    const resting = restingOf(row, today);
    const { ratings, separation, suggestion } = healthOf(own, {
      withdrawn: false,
      resting: resting !== null,
    });
    return {
      id: row.id,
      text: row.text,
      competencyKey: row.competencyKey,
      kind: row.kind,
      resting,
      asked: own.asked,
      askedThisYear: own.askedThisYear,
      lastAsked: own.lastAsked,
      interviewers: own.interviewers,
      ratings: { n: ratings.n, steps: ratings.steps && [...ratings.steps] },
      separation: separation && {
        delta: separation.delta,
        interval: { low: separation.low, high: separation.high },
        recommended: separation.for,
        against: separation.against,
      },
      suggestion,
    };
  });
  const found = lines.filter((line) => isShown(line, input)).toSorted(ORDERS[input.order]);
  const start = input.cursor == null ? 0 : found.findIndex((one) => one.id === input.cursor) + 1;
  const page = found.slice(start, start + PAGE);
  const jobs = await jobsAsking(
    read,
    org.id,
    page.map((one) => one.id),
  );
  return {
    until: dayIn(timeZone, before),
    questions: page.map((one) => ({ ...one, jobs: jobs.get(one.id) ?? 0 })),
    total: found.length,
    nextCursor: start + PAGE < found.length ? (page.at(-1)?.id ?? null) : null,
    suggested: {
      rotate: lines.filter((one) => one.suggestion === "rotate").length,
      retire: lines.filter((one) => one.suggestion === "retire").length,
    },
    competencies: (await knownCompetencies(read, org.id)).map(({ key, name }) => ({ key, name })),
  };
}

function isShown(line: Line, { competencyKey, show }: Input): boolean {
  if (competencyKey !== null && line.competencyKey !== competencyKey) return false;
  if (show === "all") return true;
  if (show === "resting") return line.resting !== null;
  return show === "never" ? line.asked === 0 : line.suggestion === show;
}

/** Most asked first; least telling first; longest not asked first. Then by id, so that pages hold. */
const ORDERS: Record<Input["order"], (one: Line, other: Line) => number> = {
  asked: (one, other) => other.asked - one.asked || byId(one, other),
  separation: (one, other) =>
    (one.separation?.delta ?? Infinity) - (other.separation?.delta ?? Infinity) || byId(one, other),
  last: (one, other) => compare(one.lastAsked ?? "", other.lastAsked ?? "") || byId(one, other),
};

function byId(one: Line, other: Line): number {
  return compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

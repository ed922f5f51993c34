import type { Reader } from "@rubric/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { countedCards, ratingStep } from "./counted.ts";
import type { QuestionFacts } from "./health.ts";
import { NO_STEPS, type Steps } from "./separation.ts";

const Asked = z.object({
  question_id: z.string(),
  asked: z.int(),
  this_year: z.int(),
  last_asked: z.string().nullable(),
  interviewers: z.int(),
});
const Rated = z.object({
  question_id: z.string(),
  step: z.int(),
  side: z.enum(["for", "against", "neither"]),
  count: z.int(),
});

export const NEVER_ASKED: QuestionFacts = {
  asked: 0,
  askedThisYear: 0,
  lastAsked: null,
  interviewers: 0,
  recommended: NO_STEPS,
  against: NO_STEPS,
  ratings: NO_STEPS,
};

/**
 * What is counted of each question that was asked, by its id: a scorecard with a note under it says
 * that it was. Its ratings are those of its competency in the same scorecards; the sides are what
 * the other interviewers of the application recommended, most of them, so that no rating is compared
 * with its own author's conclusion.
 */
export async function questionFacts(
  read: Reader,
  orgId: string,
  before: Date,
): Promise<ReadonlyMap<string, QuestionFacts>> {
  const yearAgo = new Date(before.getTime() - 365 * 86_400_000).toISOString();
  const asked = await read.execute(sql`
    with ${countedCards(orgId, before)}
    select n.question_id, count(distinct c.interview_id)::int as asked,
      count(distinct c.interview_id) filter (where c.ends_at >= ${yearAgo}::timestamptz)::int as this_year,
      to_char(max(c.ends_at) at time zone 'UTC', 'YYYY-MM-DD') as last_asked,
      count(distinct c.author_id)::int as interviewers
    from counted c
    join scorecard_note n on n.org_id = ${orgId} and n.scorecard_id = c.id
      and n.number = c.last_number
    group by n.question_id`);
  const rated = await read.execute(sql`
    with ${countedCards(orgId, before)}, said as (
      select application_id, author_id, count(*) as total,
        count(*) filter (where recommendation in ('yes', 'strong_yes')) as yes
      from counted where recommendation is not null group by application_id, author_id
    ), all_said as (
      select application_id, sum(total) as total, sum(yes) as yes from said group by application_id
    ), given as (
      select n.question_id, ${ratingStep(sql`r.rating`)} as step,
        coalesce(o.yes, 0) - coalesce(own.yes, 0) as yes,
        coalesce(o.total, 0) - coalesce(own.total, 0) as total
      from counted c
      join scorecard_note n on n.org_id = ${orgId} and n.scorecard_id = c.id and n.number = c.number
      join question q on q.org_id = n.org_id and q.id = n.question_id
      join scorecard_rating r on r.org_id = n.org_id and r.scorecard_id = c.id
        and r.number = c.number and r.rating is not null
      join criterion k on k.org_id = r.org_id and k.id = r.criterion_id
      join competency m on m.org_id = k.org_id and m.id = k.competency_id
        and m.key = q.competency_key
      left join all_said o on o.application_id = c.application_id
      left join said own on own.application_id = c.application_id and own.author_id = c.author_id
    )
    select question_id, step::int, count(*)::int as count,
      case when 2 * yes > total then 'for' when 2 * yes < total then 'against' else 'neither' end as side
    from given group by question_id, step, side`);
  const byQuestion = Map.groupBy(z.array(Rated).parse(rated), (row) => row.question_id);
  return new Map(
    z
      .array(Asked)
      .parse(asked)
      .map((row) => {
        const own = byQuestion.get(row.question_id) ?? [];
        return [
          row.question_id,
          {
            asked: row.asked,
            askedThisYear: row.this_year,
            lastAsked: row.last_asked,
            interviewers: row.interviewers,
            recommended: stepsOf(own.filter(({ side }) => side === "for")),
            against: stepsOf(own.filter(({ side }) => side === "against")),
            ratings: stepsOf(own),
          },
        ];
      }),
  );
}

function stepsOf(rows: readonly z.infer<typeof Rated>[]): Steps {
  const count = (step: number) =>
    rows.filter((row) => row.step === step).reduce((sum, row) => sum + row.count, 0);
  return [count(0), count(1), count(2), count(3), count(4)];
}

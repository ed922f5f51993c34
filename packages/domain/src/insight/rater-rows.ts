import type { Reader } from "@rubric/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { countedCards, ratingStep } from "./counted.ts";
import { RATER_MONTHS } from "./least.ts";
import type { RaterCard } from "./rater-figures.ts";

const Row = z.object({
  id: z.string(),
  author_id: z.string(),
  application_id: z.string(),
  stage_id: z.string(),
  locations: z.array(z.string()),
  minutes: z.number().nullable(),
  ratings: z.array(z.object({ key: z.string(), step: z.int(), length: z.int() })).nullable(),
});

/**
 * The scorecards of the last months whose figures about interviewers count: those written before
 * their author could read another's. Of one author with `authorId`: theirs, and those of the same
 * loops, with which they are compared.
 */
export async function raterCards(
  read: Reader,
  orgId: string,
  { before, authorId }: { before: Date; authorId: string | null },
): Promise<RaterCard[]> {
  const rows = await read.execute(sql`
    with ${countedCards(orgId, before)}
    select c.id, c.author_id, c.application_id, c.stage_id, j.locations,
      (extract(epoch from c.submitted_at - c.ends_at) / 60)::float8 as minutes,
      (select json_agg(json_build_object('key', m.key, 'step', ${ratingStep(sql`r.rating`)},
          'length', case when p.erased_at is null then char_length(r.evidence) else -1 end))
        from scorecard_rating r
        join criterion k on k.org_id = r.org_id and k.id = r.criterion_id
        join competency m on m.org_id = k.org_id and m.id = k.competency_id
        where r.org_id = ${orgId} and r.scorecard_id = c.id and r.number = c.number
          and r.rating is not null) as ratings
    from counted c
    join job j on j.org_id = ${orgId} and j.id = c.job_id
    join candidate p on p.org_id = ${orgId} and p.id = c.candidate_id
    where c.number is not null
      and c.ends_at >= ${before.toISOString()}::timestamptz - ${`${RATER_MONTHS} months`}::interval
      and (${authorId}::uuid is null or exists (
        select from counted own
        where own.author_id = ${authorId}::uuid and own.application_id = c.application_id
          and own.stage_id = c.stage_id))`);
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({
      authorId: row.author_id,
      loop: `${row.application_id} ${row.stage_id}`,
      locations: row.locations,
      hours: row.minutes === null ? null : Math.max(0, row.minutes) / 60,
      ratings: row.ratings ?? [],
    }));
}

import type { Reader } from "@rubric/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { countedCards, ratingStep } from "./counted.ts";
import type { RatedPerson } from "./prediction-figures.ts";

const Row = z.object({
  member_id: z.string(),
  manager_id: z.string(),
  reviewed_at: z.string(),
  locations: z.array(z.string()),
  key: z.string(),
  name: z.string(),
  interview: z.number(),
  review: z.int(),
});

/**
 * The people who were hired and reviewed by a manager before a quarter ended, with the places of the
 * job that hired them: the first review after the hire whose manager's side was submitted without
 * reading the other's, beside the ratings of their interviews, by key of the competency.
 */
export async function ratedPeople(
  read: Reader,
  orgId: string,
  before: Date,
): Promise<(RatedPerson & { locations: readonly string[] })[]> {
  const end = before.toISOString();
  const rows = await read.execute(sql`
    with ${countedCards(orgId, before)}, hired as (
      select distinct on (m.id) m.id as member_id, a.id as application_id, a.ended_at, j.locations
      from member m
      join application a on a.org_id = m.org_id and a.candidate_id = m.candidate_id
        and a.state = 'hired'
      join settled on settled.id = a.id
      join job j on j.org_id = a.org_id and j.id = a.job_id
      where m.org_id = ${orgId} and m.candidate_id is not null
      order by m.id, a.ended_at desc
    ), reviewed as (
      select distinct on (r.member_id) r.member_id, p.id as part_id, p.author_id, p.submitted_at
      from hired h
      join review r on r.org_id = ${orgId} and r.member_id = h.member_id
        and r.state <> 'cancelled' and r.opened_at > h.ended_at
      join review_part p on p.org_id = r.org_id and p.review_id = r.id and p.side = 'manager'
        and p.submitted_at < ${end}::timestamptz and not p.after_reading
      order by r.member_id, p.submitted_at
    ), interviewed as (
      select h.member_id, m.key, avg(${ratingStep(sql`r.rating`)})::float8 as step
      from hired h
      join counted c on c.application_id = h.application_id and c.number is not null
      join scorecard_rating r on r.org_id = ${orgId} and r.scorecard_id = c.id
        and r.number = c.number and r.rating is not null
      join criterion k on k.org_id = r.org_id and k.id = r.criterion_id
      join competency m on m.org_id = k.org_id and m.id = k.competency_id
      group by h.member_id, m.key
    )
    select h.member_id, v.author_id as manager_id, h.locations, i.key, m.name,
      to_char(v.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as reviewed_at,
      i.step as interview, (${ratingStep(sql`r.rating`)})::int as review
    from hired h
    join reviewed v on v.member_id = h.member_id
    join review_rating r on r.org_id = ${orgId} and r.part_id = v.part_id and r.rating is not null
    join competency m on m.org_id = r.org_id and m.id = r.competency_id
    join interviewed i on i.member_id = h.member_id and i.key = m.key
    order by h.member_id, m.position, m.key`);
  const byMember = Map.groupBy(z.array(Row).parse(rows), (row) => row.member_id);
  return [...byMember].flatMap(([memberId, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    return [
      {
        memberId,
        managerId: first.manager_id,
        reviewedAt: new Date(first.reviewed_at),
        locations: first.locations,
        competencies: new Map(
          own.map(({ key, name, interview, review }) => [key, { name, interview, review }]),
        ),
      },
    ];
  });
}

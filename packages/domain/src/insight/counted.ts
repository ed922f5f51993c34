import { type SQL, sql } from "drizzle-orm";

/**
 * The scorecards that figures are made of, as the tables `settled` and `counted` of a `with`. An
 * application counts once it ended before the cut-off and nobody is blind on its candidate any more
 * (law 1): no application of theirs is under way, nobody owes a scorecard on them, and nobody was
 * excused from one whose stage is undecided. So the figures are the same for every reader, and move
 * by nobody's scorecard while somebody may not read it. Of confidential jobs nothing counts.
 *
 * A scorecard counts if it was submitted, not by a shadow, on an interview that took place, in a
 * stage that was opened or decided. `number` and `recommendation` are of its last version from before
 * its author could read another's (law 3), null if there is none; `last_number` of its last one.
 */
export function countedCards(orgId: string, before: Date): SQL {
  return sql`settled as materialized (
    select a.id, a.candidate_id, a.job_id
    from application a
    join job j on j.org_id = a.org_id and j.id = a.job_id
    where a.org_id = ${orgId} and a.ended_at < ${before.toISOString()}::timestamptz
      and a.state in ('rejected', 'withdrawn', 'transferred', 'hired') and not j.confidential
      and not exists (
        select from application o
        where o.org_id = a.org_id and o.candidate_id = a.candidate_id
          and o.state in ('active', 'on_hold'))
      and not exists (
        select from application o
        join scorecard s on s.org_id = o.org_id and s.application_id = o.id
        join interview i on i.org_id = s.org_id and i.id = s.interview_id
        left join application_stage st on st.org_id = s.org_id
          and st.application_id = s.application_id and st.stage_id = s.stage_id
        where o.org_id = a.org_id and o.candidate_id = a.candidate_id
          and (s.state in ('assigned', 'draft') and i.state not in ('cancelled', 'absent')
            or s.state = 'excused' and st.decided_at is null))
  ), counted as materialized (
    select s.id, s.interview_id, s.application_id, s.stage_id, s.author_id, s.submitted_at,
      i.ends_at, settled.candidate_id, settled.job_id, last.newest as last_number,
      base.number, base.recommendation
    from settled
    join scorecard s on s.org_id = ${orgId} and s.application_id = settled.id
      and s.state = 'submitted' and not s.shadow
    join interview i on i.org_id = s.org_id and i.id = s.interview_id
      and i.state not in ('cancelled', 'absent')
    join application_stage st on st.org_id = s.org_id and st.application_id = s.application_id
      and st.stage_id = s.stage_id and (st.opened_at is not null or st.decided_at is not null)
    join lateral (
      select max(v.number) as newest from scorecard_version v
      where v.org_id = s.org_id and v.scorecard_id = s.id and v.struck_at is null
    ) last on last.newest is not null
    left join lateral (
      select v.number, v.recommendation from scorecard_version v
      where v.org_id = s.org_id and v.scorecard_id = s.id and v.struck_at is null
        and not v.after_reading
      order by v.number desc limit 1
    ) base on true
  )`;
}

/** A rating as a number from 0, definitely not, to 4, strong yes. */
export function ratingStep(column: SQL): SQL {
  return sql`array_position(array['definitely_not', 'no', 'mixed', 'yes', 'strong_yes'], ${column}) - 1`;
}

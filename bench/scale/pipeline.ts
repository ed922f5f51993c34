import type { Sql } from "postgres";
import { copied, type House } from "./houses.ts";
import { WORDS } from "./names.ts";

/** Applications that came to the last job, and how many of those are under way. */
const BOARD = { all: 1000, underWay: 500 };

/** So many interviewers write the scorecards. */
const INTERVIEWERS = 300;

export type Sizes = { applications: number; jobs: number; open: number; others: number };

/**
 * A number for each application that is to be made, with what was drawn for it. Time goes from three
 * years ago until now, a job takes a tenth of it, and what is under way is in the last tenth.
 */
export async function drawPeople(sql: Sql, { org }: House, sizes: Sizes): Promise<void> {
  const { applications: many, jobs, open, others } = sizes;
  const drawn = (seed: number) => `(hashint8extended(n, ${seed}) & 1048575) / 1048576.0::float8`;
  const id = (kind: string) => `(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
    || '7${kind}8' || lpad(to_hex(n), 15, '0'))::uuid`;
  await sql.unsafe(`
    create unlogged table scale_person as
    select *, ${id("001")} as candidate_id, ${id("002")} as application_id,
      case when ends then case when part < 0.7 then 0 when part < 0.9 then 1 when part < 0.97 then 2 else 3 end
        else case when part < 0.6 then 0 when part < 0.85 then 1 when part < 0.97 then 2 else 3 end
      end as position,
      case when not ends then case when lot < 0.92 then 'active' else 'on_hold' end
        when part > 0.99 then 'hired' when lot < 0.87 then 'rejected' else 'withdrawn' end as state
    from (
      select *, case when n > ${many - BOARD.all} then n > ${many - BOARD.underWay} is false
        else j < ${open} or late < 0.75 end as ends
      from (
        select n, '${org.id}'::uuid as org_id,
          date_trunc('milliseconds', now() - (${many} - n) * (interval '1090 days' / ${many})) as at,
          case when n > ${many - BOARD.all} then ${jobs} else
            least(${jobs - 1}, 1 + floor(${jobs} * (0.9 * n / ${many} + 0.1 * ${drawn(1)})))::int end as j,
          ${drawn(2)} as part, ${drawn(3)} as lot, ${drawn(4)} as late,
          ${drawn(5)} as given, ${drawn(6)} as family, ${drawn(7)} as line
        from generate_series(1, ${many}) n
        union all
        select o * 16 + n, md5('organization ' || o)::uuid, date_trunc('milliseconds', now() - n * interval '9 days'),
          0, ${drawn(2)}, 0.5, 0.9, ${drawn(5)}, ${drawn(6)}, ${drawn(7)}
        from generate_series(1, ${others}) o, generate_series(1, 10) n
      ) drawn
    ) ended`);
  await sql.unsafe("analyze scale_person");
}

/** The people, each with a name, an address and a headline. */
export async function fillPeople(sql: Sql): Promise<void> {
  await sql`create unlogged table scale_word as
    select 'given' as kind, place - 1 as place, word
    from unnest(${WORDS.given}::text[]) with ordinality w(word, place)
    union all select 'family', place - 1, word
    from unnest(${WORDS.family}::text[]) with ordinality w(word, place)
    union all select 'line', place - 1, word
    from unnest(${WORDS.headline}::text[]) with ordinality w(word, place)`;
  await sql.unsafe(`
    insert into candidate (org_id, id, email, name, phone, headline, location, links, created_at, searchable)
    select org_id, candidate_id,
      lower(regexp_replace(normalize(g.word || '.' || f.word, NFD), '[^a-zA-Z.]', '', 'g')) || n
        || (array['@mail.test','@post.test','@web.test'])[1 + n % 3],
      g.word || ' ' || f.word, '+49 30 ' || n, l.word, 'Berlin', '{}', at, true
    from scale_person
    join scale_word g on g.kind = 'given' and g.place = floor(${WORDS.given.length} * given * given)
    join scale_word f on f.kind = 'family' and f.place = floor(${WORDS.family.length} * family * family)
    join scale_word l on l.kind = 'line' and l.place = floor(${WORDS.headline.length} * line)`);
}

/** Their applications with stages, lines of the timeline, letters and what is owed. */
export async function fillApplications(sql: Sql, house: House): Promise<void> {
  const { model, cast } = house;
  const of = (id: string) =>
    `case when j = 0 then '${id}'::uuid else ${copied(`'${id}'`, "j")} end`;
  const { review, screen, loop, offer } = model.stages;
  const stage = (at: string) => `case ${at} when 0 then ${of(review)} when 1 then ${of(screen)}
    when 2 then ${of(loop)} else ${of(offer)} end`;
  const entered = (at: string) => `least(now(), at + (${at}) * interval '6 days')`;
  const ended = "state not in ('active', 'on_hold')";
  const line = (kind: string, n: string) =>
    `(left(application_id::text, 14) || '7${kind}8' || lpad(to_hex(n * 8 + ${n}), 15, '0'))::uuid`;
  await sql.unsafe(`
    insert into application (org_id, id, candidate_id, job_id, plan_id, stage_id, pinned_at, state,
      source, answers, next_word_at, created_at, proven_at, entered_stage_at, ended_at)
    select org_id, application_id, candidate_id, ${of(model.jobId)}, ${of(model.planId)},
      ${stage("position")}, case when position > 0 then at end, state,
      (array['applied','applied','added','referred'])[1 + n % 4], '[]',
      case when state = 'active' then now() + n % 20 * interval '6 hours' end, at, at,
      ${entered("position")}, case when ${ended} then ${entered("position + 1")} end
    from scale_person`);
  await sql.unsafe(`
    insert into application_stage (org_id, application_id, stage_id, entered_at, decided_at)
    select org_id, application_id, ${stage("p")}, ${entered("p")},
      case when p < position or ${ended} then ${entered("p + 1")} end
    from scale_person, generate_series(0, position) p`);
  await sql.unsafe(`
    insert into application_event (org_id, id, application_id, at, kind, member_id, sealed, facts)
    select org_id, ${line("003", "p")}, application_id, ${entered("p")},
      case p when 0 then 'candidate.applied' else 'application.advanced' end,
      case when p > 0 then '${cast.recruiter.memberId}'::uuid end, false, '{}'
    from scale_person, generate_series(0, position) p`);
  await sql.unsafe(`
    insert into mail (org_id, id, template, recipient, recipient_id, subject_id, state, send_after,
      sent_at, created_at)
    select org_id, ${line("004", "0")}, 'candidate.applied', 'candidate', candidate_id,
      application_id, 'sent', at, at, at from scale_person`);
  await sql.unsafe(`
    insert into deadline (org_id, id, kind, subject_kind, subject_id, origin, job_id, application_id,
      candidate_id, title, note, set_by, starts_at, due_at, owner_id, reassign_reason, state, created_at)
    select org_id, ${line("005", "0")}, 'next_word', 'application', application_id, 'scale',
      ${of(model.jobId)}, application_id, candidate_id, '', '', '[]', at,
      now() + n % 20 * interval '6 hours', '${cast.recruiter.memberId}', '', 'open', at
    from scale_person where state = 'active' and org_id = '${house.org.id}'`);
}

/** What was talked and written in the stages where there are interviews. */
export async function fillInterviews(sql: Sql, { org, model, cast }: House): Promise<void> {
  await sql.unsafe(`insert into identity.account (id, email, name, created_at)
    select md5('interviewer ' || m)::uuid, 'interviewer-' || m || '@scale.test', 'Interviewer ' || m,
      now() from generate_series(1, ${INTERVIEWERS}) m`);
  await sql.unsafe(`
    insert into member (org_id, id, account_id, name, email, title, roles, state, created_at)
    select '${org.id}', md5('interviewer ' || m)::uuid, md5('interviewer ' || m)::uuid,
      'Interviewer ' || m, 'interviewer-' || m || '@scale.test', 'Engineer', '{interviewer,engineer}',
      'active', now() from generate_series(1, ${INTERVIEWERS}) m`);
  await sql.unsafe(`insert into identity.membership (account_id, org_id, member_id)
    select md5('interviewer ' || m)::uuid, '${org.id}', md5('interviewer ' || m)::uuid
    from generate_series(1, ${INTERVIEWERS}) m`);
  const { screen, loop } = model.stages;
  const { screen: first, loopA, loopB } = model.planInterviews;
  const id = (kind: string) => `(left(application_id::text, 14) || '7${kind}8'
    || lpad(to_hex(n * 8 + k), 15, '0'))::uuid`;
  const numbered = (value: string) => copied(value, "j");
  await sql.unsafe(`
    create unlogged table scale_interview as
    select org_id, ${id("006")} as id, ${id("007")} as scorecard_id, application_id, n, j, k, state,
      ${numbered(`case k when 1 then '${screen}' else '${loop}' end`)} as stage_id,
      ${numbered(`case k when 1 then '${first}' when 2 then '${loopA}' else '${loopB}' end`)}
        as plan_interview_id,
      -- Of those that are under way in this stage every other interview is still to come.
      not (state in ('active', 'on_hold') and position = least(k, 2) and n % 2 = 0) as held,
      case when state in ('active', 'on_hold') and position = least(k, 2) and n % 2 = 0
        then now() + n % 90 * interval '3 hours' + interval '1 hour'
        else least(now() - interval '2 hours', at + k * interval '5 days') end as starts_at, at
    from scale_person, generate_series(1, case position when 0 then 0 when 1 then 1 else 3 end) k
    where org_id = '${org.id}'`);
  await sql.unsafe("analyze scale_interview");
  await sql.unsafe(`
    insert into interview (org_id, id, application_id, stage_id, plan_interview_id, state, starts_at,
      ends_at, place, focus, extra, sequence, proposed_times, created_at)
    select org_id, id, application_id, stage_id, plan_interview_id,
      case when held then 'held' else 'scheduled' end, starts_at, starts_at + interval '1 hour',
      'Room ' || n % 20, '', false, 0, '[]', at from scale_interview`);
  await sql.unsafe(`
    insert into scorecard (org_id, id, interview_id, application_id, stage_id, author_id, shadow,
      state, draft_revision, version, counts_to_quorum, assigned_at, submitted_at)
    select org_id, scorecard_id, id, application_id, stage_id,
      case when n % 1000 = 1 then '${cast.interviewer.memberId}'
        else md5('interviewer ' || 1 + (n * 7 + k) % ${INTERVIEWERS})::uuid end, false,
      case when held then 'submitted' else 'assigned' end, 0, held::int, held, at,
      case when held then starts_at + interval '90 minutes' end from scale_interview`);
  await sql.unsafe(`
    insert into scorecard_version (org_id, scorecard_id, number, recommendation, summary,
      submitted_at, after_reading)
    select org_id, scorecard_id, 1, (array['no','yes','strong_yes','definitely_not'])[1 + n % 4],
      'Explained the trade-off with figures.', starts_at + interval '90 minutes', false
    from scale_interview where held`);
  await sql.unsafe(`
    insert into scorecard_rating (org_id, scorecard_id, number, criterion_id, rating,
      not_assessed_reason, evidence)
    select org_id, scorecard_id, 1, ${numbered("c.id")}, (array['no','mixed','yes'])[1 + (n + k) % 3],
      '', 'Named the isolation level and what it does not give.'
    from scale_interview, unnest(array['${model.criterionIds.join("','")}']) c(id) where held`);
}

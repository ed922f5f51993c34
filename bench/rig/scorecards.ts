import { asSuperuser } from "@rubric/db/provision";
import { fullContent } from "../../packages/domain/test/factories.ts";
import type { Person } from "./fill.ts";
import type { Rig } from "./rig.ts";
import { headersOf, type Posted, postOf } from "./rubric.ts";

/** A scorecard that its author may submit now, and who that is. */
export type Card = {
  scorecardId: string;
  interviewId: string;
  applicationId: string;
  candidateId: string;
  author: Person;
};

/** So many candidates after one interview each, whose interviewer has written nothing yet. */
export async function makeCards(rig: Rig, many: number): Promise<Card[]> {
  const { org, jobs, people } = rig.filled;
  const [job] = jobs;
  if (job === undefined) throw new Error("There is no job.");
  const authors = Array.from({ length: many }, (_, n) => people[n % people.length]?.memberId ?? "");
  const rows = await asSuperuser(rig.cluster.superUrl, async (as) => {
    const made = await as<(Omit<Card, "author"> & { n: number })[]>`
      with card as materialized (
        select n::int as n, author_id, uuidv7() as candidate_id, uuidv7() as application_id,
          uuidv7() as interview_id, uuidv7() as scorecard_id,
          date_trunc('milliseconds', now() - interval '2 hours') as at
        from unnest(${authors}::uuid[]) with ordinality a(author_id, n)
      ), candidate as (
        insert into candidate (org_id, id, email, name, phone, headline, location, links, created_at)
        select ${org.id}, candidate_id, candidate_id || '@people.test', 'Casey Candidate ' || n, '',
          'Backend engineer', '', '{}', at from card
      ), application as (
        insert into application (org_id, id, candidate_id, job_id, plan_id, stage_id, pinned_at,
          state, source, answers, created_at, proven_at, entered_stage_at)
        select ${org.id}, application_id, candidate_id, ${job.jobId}, ${job.planId},
          ${job.stages.screen}, at, 'active', 'applied', '[]', at, at, at from card
      ), visit as (
        insert into application_stage (org_id, application_id, stage_id, entered_at)
        select ${org.id}, application_id, ${job.stages.screen}, at from card
      ), interview as (
        insert into interview (org_id, id, application_id, stage_id, plan_interview_id, state,
          starts_at, ends_at, place, focus, extra, sequence, proposed_times, created_at)
        select ${org.id}, interview_id, application_id, ${job.stages.screen},
          ${job.planInterviews.screen}, 'held', at, at + interval '1 hour', 'Room 1', '', false, 0,
          '[]', at from card
      ), scorecard as (
        insert into scorecard (org_id, id, interview_id, application_id, stage_id, author_id, shadow,
          state, draft_revision, version, counts_to_quorum, assigned_at)
        select ${org.id}, scorecard_id, interview_id, application_id, ${job.stages.screen},
          author_id, false, 'assigned', 0, 0, false, at from card
      )
      select n, scorecard_id as "scorecardId", interview_id as "interviewId",
        application_id as "applicationId", candidate_id as "candidateId" from card order by n`;
    await as`vacuum (analyze) candidate, application, application_stage, interview, scorecard`;
    return made;
  });
  return rows.map(({ n, ...card }) => {
    const author = people[(n - 1) % people.length];
    if (author === undefined) throw new Error("There is nobody to write a scorecard.");
    return { ...card, author };
  });
}

/** The request with which its author submits a whole scorecard; its key is used this once. */
export function submission(rig: Rig, card: Card): Posted {
  const [job] = rig.filled.jobs;
  if (job === undefined) throw new Error("There is no job.");
  const content = fullContent(job);
  const posted = postOf("scorecard.submit", { scorecardId: card.scorecardId, content });
  const key = { "idempotency-key": crypto.randomUUID() };
  return { ...posted, headers: { ...posted.headers, ...headersOf(rig, card.author), ...key } };
}

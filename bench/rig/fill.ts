import { connect, type Tx } from "@rubric/db";
import { asSuperuser } from "@rubric/db/provision";
import { sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { makeJob, type MadeJob, makeOrg } from "../../packages/domain/test/factories.ts";
import { newToken, tokenHash } from "../../packages/domain/src/identity/tokens.ts";
import type { Cluster } from "./cluster.ts";

/** Someone who is signed in. */
export type Person = {
  memberId: string;
  accountId: string;
  name: string;
  token: string;
  sessionId: string;
};

/** What the database holds for all programs alike. */
export type Filled = {
  org: { id: string; slug: string };
  jobs: MadeJob[];
  /** Sessions of recruiters of all jobs; several of each person. */
  people: Person[];
  applications: number;
};

const JOBS = 8;
const RECRUITERS = 64;
const SESSIONS = 4;

/** Fills one organization with jobs, recruiters with sessions, and so many applications. */
export async function fill(cluster: Cluster, applications: number): Promise<Filled> {
  const connection = connect(cluster.apiUrl, { max: 2, statementSeconds: 600 });
  const rows = {
    within: <T>(orgId: string, write: (tx: Tx) => Promise<T>) =>
      connection.db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.org', ${orgId}, true)`);
        return write(tx);
      }),
  };
  try {
    const made = await makeOrg(rows);
    const jobs: MadeJob[] = [];
    for (let n = 0; n < JOBS; n += 1) jobs.push(await makeJob(rows, made));
    const { id, slug } = made.org;
    const people = await asSuperuser(cluster.superUrl, async (as) => {
      const found = await recruiters(as, id);
      await apply(as, id, applications);
      await as`vacuum (analyze)`;
      return found;
    });
    return { org: { id, slug }, jobs, people, applications };
  } finally {
    await connection.close();
  }
}

/** Recruiters in the team of every job, each signed in with several browsers. */
async function recruiters(as: Sql, orgId: string): Promise<Person[]> {
  const members = await as<Pick<Person, "memberId" | "accountId" | "name">[]>`
    with person as (
      select n, uuidv7() as account_id, uuidv7() as member_id from generate_series(1, ${RECRUITERS}) n
    ), account as (
      insert into identity.account (id, email, name, created_at)
      select account_id, 'recruiter-' || n || '@bench.test', 'Recruiter ' || n, now() from person
    ), member as (
      insert into member (org_id, id, account_id, name, email, title, roles, state, created_at)
      select ${orgId}, member_id, account_id, 'Recruiter ' || n, 'recruiter-' || n || '@bench.test',
        'Recruiter', '{recruiter,interviewer}', 'active', now() from person
    ), membership as (
      insert into identity.membership (account_id, org_id, member_id)
      select account_id, ${orgId}, member_id from person
    )
    select account_id as "accountId", member_id as "memberId", 'Recruiter ' || n as name from person`;
  await as`
    insert into hiring_team (org_id, job_id, member_id, duty)
    select ${orgId}, job.id, m.id, 'recruiter' from job, unnest(${members.map((one) => one.memberId)}::uuid[]) m(id)
    where job.org_id = ${orgId}`;
  const people = members.flatMap((one) =>
    Array.from({ length: SESSIONS }, () => {
      const token = newToken();
      return { ...one, token, sessionId: tokenHash(token) };
    }),
  );
  await as`
    insert into identity.session (id, account_id, created_at, expires_at, last_seen_at, user_agent, ip)
    select id, account_id, now(), now() + interval '14 days', now(), 'bench', '127.0.0.1'
    from unnest(${people.map((one) => one.sessionId)}::text[],
      ${people.map((one) => one.accountId)}::uuid[]) s(id, account_id)`;
  return people;
}

/** Candidates with one application each, spread over jobs, stages, states and the last 100 days. */
async function apply(as: Sql, orgId: string, many: number): Promise<void> {
  await as`
    with person as materialized (
      select n, uuidv7() as candidate_id, uuidv7() as application_id,
        date_trunc('milliseconds',
          now() - (n::bigint * 7919 % 8640000) * interval '1 second') as at
      from generate_series(1, ${many}) n
    ), step as (
      select job.id as job_id, plan.id as plan_id, stage.id as stage_id, stage.position,
        dense_rank() over (order by job.id) - 1 as nth
      from job
      join plan on plan.org_id = job.org_id and plan.job_id = job.id
      join stage on stage.org_id = plan.org_id and stage.plan_id = plan.id
      where job.org_id = ${orgId}
    ), candidate as (
      insert into candidate (org_id, id, email, name, phone, headline, location, links, created_at)
      select ${orgId}, candidate_id, 'candidate-' || n || '@people.test',
        (array['Ada','Bela','Chidi','Dina','Emre','Femi','Gita','Hugo'])[1 + n % 8] || ' ' ||
        (array['Okafor','Novak','Lindqvist','Moreau','Tanaka','Santos','Weber'])[1 + n % 7] || ' ' || n,
        '', 'Backend engineer, ' || 1 + n % 20 || ' years', '', '{}', at
      from person
    )
    insert into application (org_id, id, candidate_id, job_id, plan_id, stage_id, state, source,
      answers, next_word_at, created_at, proven_at, entered_stage_at)
    select ${orgId}, application_id, candidate_id, job_id, plan_id, stage_id,
      (array['active','active','active','active','active','active','on_hold','rejected','rejected',
        'withdrawn'])[1 + n / 32 % 10],
      (array['applied','applied','added','referred'])[1 + n / 8 % 4], '[]',
      case when n % 3 > 0 then now() + n % 10 * interval '1 day' end,
      at - interval '3 days', at - interval '3 days', at
    from person
    join step on nth = n % ${JOBS} and position = n / ${JOBS} % 4`;
}

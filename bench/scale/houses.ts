import type { Tx } from "@rubric/db";
import { sql as words } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { makeJob, type MadeJob, makeOrg } from "../../packages/domain/test/factories.ts";

export type House = Awaited<ReturnType<typeof makeOrg>> & { model: MadeJob };

/** What is of a job, with the columns that hold ids of such rows. */
const OF_JOB: Readonly<Record<string, readonly string[]>> = {
  opening: ["id", "job_id"],
  plan: ["id", "job_id"],
  criterion: ["id", "plan_id"],
  stage: ["id", "plan_id"],
  plan_interview: ["id", "stage_id"],
  kit_criterion: ["plan_interview_id", "criterion_id"],
  kit_question: ["plan_interview_id"],
};

const OF_ORGANIZATION = [
  "organization_settings",
  "framework",
  "framework_version",
  "framework_level",
  "framework_theme",
  "competency",
  "anchor",
  "question",
  "job",
  "hiring_team",
  ...Object.keys(OF_JOB),
];

/** An id of the n-th copy of a job's row: the model's, numbered in its first eight digits. */
export function copied(id: string, n: string): string {
  return `(lpad(to_hex(${n}), 8, '0') || substr(${id}::text, 9))::uuid`;
}

/** An organization with its members, a framework and one open job, by which others are made. */
export async function makeHouse(sql: Sql): Promise<House> {
  const db = drizzle(sql);
  const rows = {
    within: <T>(orgId: string, write: (tx: Tx) => Promise<T>) =>
      db.transaction(async (tx) => {
        await tx.execute(words`select set_config('app.org', ${orgId}, true)`);
        return write(tx);
      }),
  };
  const made = await makeOrg(rows);
  return { ...made, model: await makeJob(rows, made) };
}

/**
 * So many copies of the model job, numbered from 1; all but those from `open` on are closed. The
 * recruiter is in the team of every fortieth, the manager and the coordinator of every hundredth, and
 * recruiter and manager of the last one, too.
 */
export async function copyJobs(
  sql: Sql,
  { org, cast, model }: House,
  jobs: number,
  open: number,
): Promise<void> {
  const among = `generate_series(1, ${jobs}) n`;
  await sql.unsafe(`
    insert into job select made.* from job x, ${among}, jsonb_populate_record(x, to_jsonb(x) ||
      jsonb_build_object('id', ${copied("x.id", "n")}, 'slug', 'job-' || n,
        'title', (array['Backend Engineer','Platform Engineer','Data Engineer','Staff Engineer'])[1 + n % 4]
          || ', ' || (array['Payments','Search','Identity','Logistics','Billing'])[1 + n % 5] || ' ' || n,
        'state', case when n >= ${open} then 'open' else 'closed' end,
        'created_at', now() - (${jobs} - n) * interval '1090 days' / ${jobs},
        'closed_at', case when n < ${open} then now() end)) made
    where x.org_id = '${org.id}' and x.id = '${model.jobId}'`);
  for (const [table, ids] of Object.entries(OF_JOB)) {
    const changed = ids.map((column) => `'${column}', ${copied(`x.${column}`, "n")}`);
    await sql.unsafe(`
      insert into ${table} select made.* from ${table} x, ${among}, jsonb_populate_record(x,
        to_jsonb(x) || jsonb_build_object(${changed.join()})) made
      where x.org_id = '${org.id}'`);
  }
  const team: readonly [string, string, string][] = [
    [cast.recruiter.memberId, "recruiter", `n % 40 = 7 or n = ${jobs}`],
    [cast.otherRecruiter.memberId, "recruiter", `not (n % 40 = 7 or n = ${jobs})`],
    [cast.manager.memberId, "hiring_manager", `n % 100 = 7 or n = ${jobs}`],
    [cast.coordinator.memberId, "coordinator", "n % 100 = 7"],
    [cast.substitute.memberId, "hiring_manager", `not (n % 100 = 7 or n = ${jobs})`],
  ];
  for (const [memberId, duty, which] of team) {
    await sql.unsafe(`
      insert into hiring_team (org_id, job_id, member_id, duty)
      select '${org.id}', ${copied(`'${model.jobId}'`, "n")}, '${memberId}', '${duty}'
      from ${among} where ${which}`);
  }
}

/** Other organizations, each with three members, the framework, one job and its plan. */
export async function copyOrganizations(sql: Sql, house: House, many: number): Promise<void> {
  const org = "md5('organization ' || n)::uuid";
  const among = `generate_series(1, ${many}) n`;
  await sql.unsafe(`insert into identity.organization (id, slug, name, created_at)
    select ${org}, 'organization-' || n, 'Organization ' || n, now() from ${among}`);
  await sql.unsafe(`insert into identity.account (id, email, name, created_at)
    select md5('account ' || n || ' ' || m)::uuid, 'member-' || m || '@organization-' || n || '.test',
      'Member ' || m, now() from ${among}, generate_series(1, 3) m`);
  await sql.unsafe(`
    insert into member (org_id, id, account_id, name, email, title, roles, state, created_at)
    select ${org}, md5('member ' || m)::uuid, md5('account ' || n || ' ' || m)::uuid, 'Member ' || m,
      'member-' || m || '@organization-' || n || '.test', '',
      array[(array['admin','recruiter','hiring_manager'])[m]], 'active', now()
    from ${among}, generate_series(1, 3) m`);
  await sql.unsafe(`insert into identity.membership (account_id, org_id, member_id)
    select account_id, org_id, id from member where org_id <> '${house.org.id}'`);
  for (const table of OF_ORGANIZATION) {
    await sql.unsafe(`
      insert into ${table} select made.* from ${table} x, ${among}, jsonb_populate_record(x,
        to_jsonb(x) || jsonb_build_object('org_id', ${org})) made
      where x.org_id = '${house.org.id}'`);
  }
  await sql.unsafe(`update hiring_team set member_id = md5('member ' || case duty
      when 'recruiter' then 2 when 'hiring_manager' then 3 else 1 end)::uuid
    where org_id <> '${house.org.id}'`);
}

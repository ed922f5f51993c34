import type { Sql } from "postgres";
import type { Org, StaffMember } from "../../packages/domain/src/context.ts";
import type { Role } from "../../packages/domain/src/duties.ts";

/** Whose calls are measured: they see everything, a hundredth of the jobs, or their own interviews. */
const PEOPLE = ["admin", "recruiter", "manager", "coordinator", "interviewer"] as const;

export type Scale = {
  org: Org;
  people: Record<(typeof PEOPLE)[number], StaffMember>;
  /** The job with 500 applications under way. */
  boardJobId: string;
  /** Of that job, one in its second stage. */
  applicationId: string;
};

/** The large organization of a database that was filled. */
export async function readScale(sql: Sql): Promise<Scale> {
  const [org] = await sql<Org[]>`
    select id, slug, name from identity.organization where slug like 'org-%'`;
  if (org === undefined) throw new Error("This database was not filled.");
  const [board] = await sql<{ id: string }[]>`
    select id from job where org_id = ${org.id} and slug ~ '^job-' order by substr(slug, 5)::int desc limit 1`;
  const members = await sql<{ memberId: string; accountId: string; name: string; roles: Role[] }[]>`
    select id as "memberId", account_id as "accountId", name, roles from member
    where org_id = ${org.id} and name in ${sql([...PEOPLE])}`;
  const one = (name: string): StaffMember => {
    const found = members.find((member) => member.name === name);
    if (found === undefined) throw new Error(`There is no ${name}.`);
    return { kind: "member", ...found };
  };
  const boardJobId = board?.id ?? "";
  const [application] = await sql<{ id: string }[]>`
    select a.id from application a
    join stage s on s.org_id = a.org_id and s.id = a.stage_id
    where a.org_id = ${org.id} and a.job_id = ${boardJobId} and a.state = 'active' and s.position = 1
    order by a.entered_stage_at limit 1`;
  return {
    org,
    people: {
      admin: one("admin"),
      recruiter: one("recruiter"),
      manager: one("manager"),
      coordinator: one("coordinator"),
      interviewer: one("interviewer"),
    },
    boardJobId,
    applicationId: application?.id ?? "",
  };
}

import type { Reader } from "@rubric/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { SubjectFacts } from "./subjects.ts";

const Ties = z.object({
  /** Whether they apply to the job themselves. */
  applies: z.boolean(),
  team: z.array(
    z.enum(["recruiter", "hiring_manager", "substitute", "coordinator", "interviewer"]),
  ),
  /** Whether they are to judge: in this interview, else somewhere in the application. */
  assigned: z.boolean(),
});

/** What ties a member to the job and the application of a subject. */
export type Ties = z.infer<typeof Ties>;

/** Looks up a member's ties to a subject of a job, in one round trip: each call asks for them. */
export async function tiesOf(
  read: Reader,
  orgId: string,
  memberId: string,
  subject: SubjectFacts,
): Promise<Ties> {
  const { applicationId = null, jobId = null } = subject;
  const interviewId = subject.kind === "interview" ? subject.id : null;
  const [row] = await read.execute(sql`
    with call as (
      select ${orgId}::uuid as org_id, ${memberId}::uuid as member_id, ${jobId}::uuid as job_id,
        ${applicationId}::uuid as application_id, ${interviewId}::uuid as interview_id
    )
    select
      exists (
        select from application a
        join relation r on r.org_id = a.org_id and r.candidate_id = a.candidate_id
        where a.org_id = call.org_id and a.job_id = call.job_id and a.state in ('active', 'on_hold')
          and r.member_id = call.member_id and r.kind = 'self'
      ) as applies,
      array_to_json(array(
        select t.duty from hiring_team t
        where t.org_id = call.org_id and t.job_id = call.job_id and t.member_id = call.member_id
      )) as team,
      exists (
        select from scorecard s
        where s.org_id = call.org_id and s.application_id = call.application_id
          and s.author_id = call.member_id and s.state <> 'void'
          and (call.interview_id is null or s.interview_id = call.interview_id)
      ) as assigned
    from call`);
  return Ties.parse(row);
}

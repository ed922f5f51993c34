import { type Reader, statement } from "@rubric/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { isUnderWay } from "./application/under-way.ts";
import { TEAM_DUTIES } from "./duties.ts";
import { isHeldDuty } from "./held-duty.ts";
import { selves } from "./identity/selves.ts";
import type { SubjectFacts } from "./subjects.ts";

const Ties = z.object({
  /**
   * Whether they apply to the job themselves, or are the candidate of this application. Anyone can
   * apply with their address, so an application hides its job once a link sent there was opened.
   */
  applies: z.boolean(),
  /** What the job's team names them for, as long as their roles allow it. */
  team: z.array(z.enum(TEAM_DUTIES)),
  /** Whether they are to judge: in this interview, else somewhere in the application. */
  assigned: z.boolean(),
});

/** What ties a member to the job and the application of a subject. */
export type Ties = z.infer<typeof Ties>;

const placed = (name: string) => sql`${sql.placeholder(name)}::uuid`;

const ties = statement(sql`
  with call as (
    select ${placed("org")} as org_id, ${placed("member")} as member_id, ${placed("job")} as job_id,
      ${placed("application")} as application_id, ${placed("interview")} as interview_id
  )
  select
    exists (
      select from application
      join relation r on r.org_id = application.org_id and r.candidate_id = application.candidate_id
      where application.org_id = call.org_id and application.job_id = call.job_id
        and (application.proven_at is not null or application.id = call.application_id)
        and ${isUnderWay()}
        and r.member_id in ${selves(sql`call.org_id`, sql`call.member_id`)} and r.kind = 'self'
    ) as applies,
    array_to_json(array(
      select duty from hiring_team
      where org_id = call.org_id and job_id = call.job_id and member_id = call.member_id
        and ${isHeldDuty()}
    )) as team,
    exists (
      select from scorecard s
      where s.org_id = call.org_id and s.application_id = call.application_id
        and s.author_id = call.member_id and s.state <> 'void'
        and (call.interview_id is null or s.interview_id = call.interview_id)
    ) as assigned
  from call`);

/** Looks up a member's ties to a subject of a job, in one round trip. */
export async function tiesOf(
  read: Reader,
  orgId: string,
  memberId: string,
  subject: SubjectFacts,
): Promise<Ties> {
  const { applicationId = null, jobId = null } = subject;
  const of = { org: orgId, member: memberId, job: jobId, application: applicationId };
  const interview = subject.kind === "interview" ? subject.id : null;
  const [row] = await ties.send(read, { ...of, interview });
  return Ties.parse(row);
}

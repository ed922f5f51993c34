import { application, candidate, interview, job, planInterview } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { notHidden } from "../interview/own-jobs.ts";
import { toInstant } from "../wire.ts";
import type { Reader } from "./own-interviews.ts";
import type { WaitingItem } from "./schemas.ts";

const AT_MOST = 100;

/**
 * Interviews without a time, for those who schedule them: recruiters and coordinators of the job.
 * An application on hold waits for its next word instead.
 */
export async function unscheduled(
  ctx: Pick<ReadCtx, "read" | "org">,
  reader: Reader,
): Promise<Extract<WaitingItem, { kind: "unscheduled" }>[]> {
  const jobIds = [...reader.jobs.schedules].filter((id) => !reader.jobs.manages.has(id));
  if (jobIds.length === 0) return [];
  const rows = await ctx.read
    .select({
      interviewId: interview.id,
      interview: planInterview.name,
      state: interview.state,
      nextWordAt: application.nextWordAt,
      applicationId: application.id,
      candidate: candidate.name,
      job: job.title,
    })
    .from(interview)
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .innerJoin(
      application,
      and(eq(application.orgId, interview.orgId), eq(application.id, interview.applicationId)),
    )
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(
      and(
        eq(interview.orgId, ctx.org.id),
        inArray(interview.state, ["planned", "proposed"]),
        eq(application.state, "active"),
        inArray(application.jobId, jobIds),
        notHidden(reader.jobs),
      ),
    )
    .orderBy(asc(interview.createdAt), asc(interview.id))
    .limit(AT_MOST);
  return rows.map(({ state, nextWordAt, ...row }) => ({
    kind: "unscheduled",
    dueAt: toInstant(nextWordAt),
    proposed: state === "proposed",
    ...row,
  }));
}

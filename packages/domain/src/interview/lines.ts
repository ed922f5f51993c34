import type { Reader } from "@rubric/db";
import {
  application,
  candidate,
  interview,
  job,
  planInterview,
  scorecard,
  stage,
} from "@rubric/db/schema";
import { and, eq, exists, inArray, ne, type SQL } from "drizzle-orm";
import { toInstant } from "../wire.ts";
import { notHidden, type OwnJobs } from "./own-jobs.ts";
import { stateNow } from "./rules.ts";
import type { InterviewLine } from "./schemas.ts";
import { seatsOfInterviews } from "./seats.ts";

export type LineQuery = {
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
};

/** Interviews as lines of a list, with the reader's own part in each. Judges nobody. */
export async function interviewLines(
  read: Reader,
  orgId: string,
  reader: { memberId: string; jobs: OwnJobs; clock: Date },
  query: LineQuery,
): Promise<InterviewLine[]> {
  const { jobs } = reader;
  const rows = await read
    .select({
      interview,
      jobId: job.id,
      title: job.title,
      candidateName: candidate.name,
      headline: candidate.headline,
      stage: stage.name,
      name: planInterview.name,
      kind: planInterview.kind,
    })
    .from(interview)
    .innerJoin(
      application,
      and(eq(application.orgId, interview.orgId), eq(application.id, interview.applicationId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(stage, and(eq(stage.orgId, interview.orgId), eq(stage.id, interview.stageId)))
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(and(eq(interview.orgId, orgId), notHidden(jobs), query.where))
    .orderBy(...query.orderBy)
    .limit(query.limit);
  const seats = await seatsOfInterviews(
    read,
    orgId,
    rows.map((row) => row.interview.id),
  );
  return rows.map((row) => {
    const own = seats.filter((seat) => seat.interviewId === row.interview.id);
    const mine = own.find((seat) => seat.memberId === reader.memberId && seat.state !== "void");
    return {
      id: row.interview.id,
      applicationId: row.interview.applicationId,
      candidate: { name: row.candidateName, headline: row.headline },
      job: { id: row.jobId, title: row.title },
      stage: row.stage,
      name: row.name,
      kind: row.kind,
      state: stateNow(row.interview, reader.clock),
      startsAt: toInstant(row.interview.startsAt),
      endsAt: toInstant(row.interview.endsAt),
      place: row.interview.place,
      seats: own.map(({ scorecardId, memberId, name, shadow, state }) => ({
        scorecardId,
        memberId,
        name,
        shadow,
        state,
      })),
      mine:
        mine === undefined
          ? null
          : { scorecardId: mine.scorecardId, shadow: mine.shadow, state: mine.state },
      kit: mine !== undefined || jobs.leads.has(row.jobId),
      schedules: jobs.schedules.has(row.jobId),
    };
  });
}

/** Interviews in which a member sits. */
export function seatedBy(read: Reader, orgId: string, memberId: string): SQL {
  return exists(
    read
      .select({ id: scorecard.id })
      .from(scorecard)
      .where(
        and(
          eq(scorecard.orgId, orgId),
          eq(scorecard.interviewId, interview.id),
          eq(scorecard.authorId, memberId),
          ne(scorecard.state, "void"),
        ),
      ),
  );
}

/** Interviews of these jobs. */
export function ofJobs(jobIds: ReadonlySet<string>): SQL {
  return inArray(application.jobId, [...jobIds]);
}

import { type Given, prepared } from "@rubric/db";
import {
  application,
  candidate,
  interview,
  job,
  planInterview,
  scorecard,
} from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { notHidden, type OwnJobs } from "../interview/own-jobs.ts";
import { toInstant } from "../wire.ts";
import type { HomeView, WaitingItem } from "./schemas.ts";

export type Reader = { memberId: string; jobs: OwnJobs };

type Of = { orgId: string; memberId: string; appliedTo: readonly string[]; own: readonly string[] };
const owedInterviews = prepared((db, of: Given<Of>) =>
  db
    .select({
      interviewId: interview.id,
      startsAt: interview.startsAt,
      endsAt: interview.endsAt,
      place: interview.place,
      interview: planInterview.name,
      form: planInterview.kind,
      shadow: scorecard.shadow,
      state: scorecard.state,
      applicationId: application.id,
      candidate: candidate.name,
      job: job.title,
    })
    .from(scorecard)
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .innerJoin(
      application,
      and(eq(application.orgId, scorecard.orgId), eq(application.id, scorecard.applicationId)),
    )
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(
      and(
        eq(scorecard.orgId, of.orgId),
        eq(scorecard.authorId, of.memberId),
        inArray(scorecard.state, ["assigned", "draft"]),
        inArray(interview.state, ["scheduled", "held"]),
        notHidden(of),
      ),
    )
    .orderBy(asc(interview.startsAt), asc(interview.id)),
);

/** The reader's interviews until the end of today, the scorecards they owe, and what comes after. */
export async function ownInterviews(
  ctx: Pick<ReadCtx, "read" | "org" | "clock">,
  reader: Reader,
  endOfDay: Date,
): Promise<{ waiting: WaitingItem[]; next: HomeView["next"] }> {
  const { memberId, jobs } = reader;
  const { appliedTo, own } = jobs;
  const rows = await owedInterviews(ctx.read, { orgId: ctx.org.id, memberId, appliedTo, own });
  const timed = rows.flatMap(({ startsAt, endsAt, ...row }) =>
    startsAt === null || endsAt === null ? [] : [{ ...row, startsAt, endsAt }],
  );
  const waiting = timed.flatMap((row): WaitingItem[] => {
    const { startsAt, endsAt, place, form, state, ...rest } = row;
    if (endsAt <= ctx.clock) {
      const begun = state === "draft";
      return [{ kind: "scorecard", dueAt: toInstant(endsAt), begun, ...rest }];
    }
    if (startsAt >= endOfDay) return [];
    const times = { dueAt: toInstant(startsAt), endsAt: toInstant(endsAt) };
    return [{ kind: "interview", ...times, place, form, ...rest }];
  });
  const coming = timed.find((row) => row.startsAt >= endOfDay);
  return {
    waiting,
    next:
      coming === undefined
        ? null
        : {
            interviewId: coming.interviewId,
            interview: coming.interview,
            startsAt: toInstant(coming.startsAt),
            candidate: coming.candidate,
            job: coming.job,
          },
  };
}

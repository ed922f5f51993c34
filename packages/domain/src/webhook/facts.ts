import type { Reader } from "@rubric/db";
import {
  application,
  debrief,
  interview,
  jobPost,
  offer,
  planInterview,
  scorecard,
} from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import { toInstant } from "../wire.ts";

type At = { read: Reader; org: { id: string } };

/** What events say of an application. */
export async function applicationFacts({ read, org }: At, id: string) {
  const [row] = await read
    .select({
      applicationId: application.id,
      candidateId: application.candidateId,
      jobId: application.jobId,
      stageId: application.stageId,
      source: application.source,
      state: application.state,
      nextWordAt: application.nextWordAt,
    })
    .from(application)
    .where(and(eq(application.orgId, org.id), eq(application.id, id)));
  return found(row);
}

const ofApplication = {
  applicationId: application.id,
  candidateId: application.candidateId,
  jobId: application.jobId,
};

/** What events say of an interview; who only listens is not among its interviewers. */
export async function interviewFacts({ read, org }: At, id: string) {
  const [row] = await read
    .select({
      interviewId: interview.id,
      ...ofApplication,
      stageId: interview.stageId,
      kind: planInterview.kind,
      startsAt: interview.startsAt,
      endsAt: interview.endsAt,
      absent: interview.absentSide,
    })
    .from(interview)
    .innerJoin(application, of(interview))
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(and(eq(interview.orgId, org.id), eq(interview.id, id)));
  const { startsAt, endsAt, ...rest } = found(row);
  const seats = await read
    .select({ memberId: scorecard.authorId })
    .from(scorecard)
    .where(
      and(
        eq(scorecard.orgId, org.id),
        eq(scorecard.interviewId, id),
        eq(scorecard.shadow, false),
        inArray(scorecard.state, ["assigned", "draft", "submitted"]),
      ),
    )
    .orderBy(asc(scorecard.authorId));
  return {
    ...rest,
    startsAt: toInstant(startsAt),
    endsAt: toInstant(endsAt),
    interviewerIds: seats.map(({ memberId }) => memberId),
  };
}

/** What events say of a scorecard: that it is there, and nothing of what it says (law 1). */
export async function scorecardFacts({ read, org }: At, id: string) {
  const [row] = await read
    .select({
      scorecardId: scorecard.id,
      interviewId: scorecard.interviewId,
      authorId: scorecard.authorId,
      ...ofApplication,
      stageId: scorecard.stageId,
    })
    .from(scorecard)
    .innerJoin(application, of(scorecard))
    .where(and(eq(scorecard.orgId, org.id), eq(scorecard.id, id)));
  return found(row);
}

/** What events say of a debrief. */
export async function debriefFacts({ read, org }: At, id: string) {
  const [row] = await read
    .select({
      debriefId: debrief.id,
      session: debrief.session,
      ...ofApplication,
      stageId: debrief.stageId,
    })
    .from(debrief)
    .innerJoin(application, of(debrief))
    .where(and(eq(debrief.orgId, org.id), eq(debrief.id, id)));
  return found(row);
}

/** What events say of an offer: never an amount or a level. */
export async function offerFacts({ read, org }: At, id: string) {
  const [row] = await read
    .select({
      offerId: offer.id,
      number: offer.number,
      ...ofApplication,
      expiresAt: offer.expiresAt,
    })
    .from(offer)
    .innerJoin(application, of(offer))
    .where(and(eq(offer.orgId, org.id), eq(offer.id, id)));
  const { expiresAt, ...rest } = found(row);
  return { of: rest, expiresAt: toInstant(expiresAt) };
}

/** What events say of a job post. */
export async function postFacts({ read, org }: At, id: string) {
  const [row] = await read
    .select({ postId: jobPost.id, jobId: jobPost.jobId, number: jobPost.number })
    .from(jobPost)
    .where(and(eq(jobPost.orgId, org.id), eq(jobPost.id, id)));
  return found(row);
}

function of(on: typeof interview | typeof scorecard | typeof debrief | typeof offer) {
  return and(eq(application.orgId, on.orgId), eq(application.id, on.applicationId));
}

/** The command that has just written about it has it there. */
function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Error("An event's subject is not there.");
  return row;
}

import type { Reader } from "@rubric/db";
import {
  application,
  applicationEvent,
  candidate,
  interview,
  job,
  member,
  offer,
  offerException,
  planInterview,
  scorecard,
  stage,
} from "@rubric/db/schema";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { shownRanges } from "../application/disclosures.ts";
import { ANSWERED } from "../application/questions.ts";

export type ApplicationFacts = {
  applicationId: string;
  candidateId: string;
  candidateName: string;
  jobId: string;
  jobTitle: string;
  stageName: string;
  stageKind: "review" | "interview" | "offer";
  state: (typeof application.$inferSelect)["state"];
  nextWordAt: Date | null;
};

/** What e-mails say of an application; null if there is none. */
export async function applicationFacts(
  read: Reader,
  orgId: string,
  applicationId: string,
): Promise<ApplicationFacts | null> {
  const [row] = await read
    .select({
      applicationId: application.id,
      candidateId: candidate.id,
      candidateName: candidate.name,
      jobId: job.id,
      jobTitle: job.title,
      stageName: stage.name,
      stageKind: stage.kind,
      state: application.state,
      nextWordAt: application.nextWordAt,
    })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .innerJoin(stage, and(eq(stage.orgId, application.orgId), eq(stage.id, application.stageId)))
    .where(and(eq(application.orgId, orgId), eq(application.id, applicationId)));
  return row ?? null;
}

/** What a member wrote to the candidate of an application; null if it is not there any more. */
export async function messageFacts(read: Reader, orgId: string, eventId: string) {
  const [row] = await read
    .select({
      applicationId: applicationEvent.applicationId,
      facts: applicationEvent.facts,
      by: member.name,
    })
    .from(applicationEvent)
    .innerJoin(
      member,
      and(eq(member.orgId, applicationEvent.orgId), eq(member.id, applicationEvent.memberId)),
    )
    .where(
      and(
        eq(applicationEvent.orgId, orgId),
        eq(applicationEvent.id, eventId),
        eq(applicationEvent.kind, ANSWERED),
      ),
    );
  const about = row && (await applicationFacts(read, orgId, row.applicationId));
  if (row === undefined || about == null) return null;
  const { text, nextWordAt } = row.facts;
  if (typeof text !== "string") return null;
  const next = typeof nextWordAt === "string" ? new Date(nextWordAt) : null;
  return { about, by: row.by, text, nextWordAt: next };
}

export type InterviewFacts = {
  interview: typeof interview.$inferSelect;
  name: string;
  kind: (typeof planInterview.$inferSelect)["kind"];
  minutes: number;
  assesses: string;
  tip: string;
  interviewers: string[];
  application: ApplicationFacts;
};

/** What e-mails say of an interview; shadows are not named to the candidate. */
export async function interviewFacts(
  read: Reader,
  orgId: string,
  interviewId: string,
): Promise<InterviewFacts | null> {
  const [row] = await read
    .select({
      interview,
      name: planInterview.name,
      kind: planInterview.kind,
      minutes: planInterview.minutes,
      assesses: stage.assesses,
      tip: stage.tip,
    })
    .from(interview)
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .innerJoin(stage, and(eq(stage.orgId, interview.orgId), eq(stage.id, interview.stageId)))
    .where(and(eq(interview.orgId, orgId), eq(interview.id, interviewId)));
  if (row === undefined) return null;
  const about = await applicationFacts(read, orgId, row.interview.applicationId);
  if (about === null) return null;
  const seats = await read
    .select({ name: member.name })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .where(
      and(
        eq(scorecard.orgId, orgId),
        eq(scorecard.interviewId, interviewId),
        eq(scorecard.shadow, false),
        inArray(scorecard.state, ["assigned", "draft", "submitted"]),
      ),
    )
    .orderBy(asc(member.name));
  return { ...row, interviewers: seats.map((seat) => seat.name), application: about };
}

/** The pay ranges that go with the invitation to an interview (law 8), if any do. */
export async function invitationRanges(read: Reader, orgId: string, applicationId: string) {
  const ctx = { read, org: { id: orgId } };
  return (await shownRanges(ctx, [applicationId], ["invitation"])).get(applicationId) ?? [];
}

/** A scorecard's state and author, and the interview it is about. */
export async function scorecardFacts(read: Reader, orgId: string, scorecardId: string) {
  const [card] = await read
    .select({ interviewId: scorecard.interviewId, state: scorecard.state, author: member.name })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .where(and(eq(scorecard.orgId, orgId), eq(scorecard.id, scorecardId)));
  const about = card && (await interviewFacts(read, orgId, card.interviewId));
  return card === undefined || about == null ? null : { card, author: card.author, about };
}

/** An offer and the application it is for. */
export async function offerFacts(read: Reader, orgId: string, offerId: string) {
  const [row] = await read
    .select()
    .from(offer)
    .where(and(eq(offer.orgId, orgId), eq(offer.id, offerId)));
  const about = row && (await applicationFacts(read, orgId, row.applicationId));
  return row === undefined || about == null ? null : { offer: row, about };
}

/** The exception for an offer that was asked for last, with who asked and who answered. */
export async function exceptionFacts(read: Reader, orgId: string, offerId: string) {
  const [row] = await read
    .select()
    .from(offerException)
    .where(and(eq(offerException.orgId, orgId), eq(offerException.offerId, offerId)))
    .orderBy(desc(offerException.askedAt), desc(offerException.id))
    .limit(1);
  if (row === undefined) return null;
  const named = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(
      and(
        eq(member.orgId, orgId),
        inArray(member.id, [row.askedBy, row.answeredBy ?? row.askedBy]),
      ),
    );
  const nameOf = (id: string | null) => named.find((one) => one.id === id)?.name ?? "Somebody";
  return { state: row.state, askedBy: nameOf(row.askedBy), answeredBy: nameOf(row.answeredBy) };
}

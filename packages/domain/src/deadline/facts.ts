import { together } from "@rubric/db";
import {
  application,
  candidate,
  interview,
  job,
  mail,
  offer,
  offerCondition,
  scorecard,
} from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { questionsWaiting } from "../application/questions.ts";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { feedbackOf } from "../feedback/access.ts";
import { settingsOf } from "../job/access.ts";
import { isLive } from "../offer/condition-rules.ts";
import { endOfDay, startOfDay } from "./due.ts";
import type { DeadlineFacts } from "./wanted.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

export type LoadedFacts = {
  facts: DeadlineFacts;
  jobId: string;
  /** The places of the job: whose laws and policies set deadlines (ISO 3166). */
  regions: readonly string[];
};

/** Loads what an application's deadlines follow from, in the command's transaction. */
export async function loadFacts(ctx: Ctx, applicationId: string): Promise<LoadedFacts> {
  const [found] = await ctx.read
    .select({ application, erasedAt: candidate.erasedAt, regions: job.locations })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, applicationId)));
  if (found === undefined) return refuse("NOT_FOUND", {});
  const row = found.application;
  // None waits for another's answer: they travel together.
  const [interviews, feedbacks, letters, scorecards, questions, offers, councils] = await together([
    interviewsOf(ctx, applicationId),
    feedbackOf(ctx.read, ctx.org.id, [applicationId]),
    lettersOf(ctx, applicationId),
    scorecardsOf(ctx, applicationId),
    questionsWaiting(ctx, [applicationId]),
    offersOf(ctx, applicationId),
    councilsOf(ctx, applicationId),
  ]);
  const held = interviews
    .flatMap(({ id, state, endsAt }) =>
      state === "held" && endsAt !== null ? [{ id, endsAt }] : [],
    )
    .toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime());
  const feedback = feedbacks.get(applicationId) ?? null;
  return {
    jobId: row.jobId,
    regions: found.regions,
    facts: {
      application: row,
      erased: found.erasedAt !== null,
      told: row.state === "rejected" && letters.has("application.rejected"),
      noticed: row.provenAt !== null || letters.has("candidate.added"),
      scorecards,
      lastHeld: held.at(-1) ?? null,
      askedAt: questions.get(applicationId)?.since ?? null,
      feedback: feedback && { askedAt: feedback.askedAt, sent: feedback.sentAt !== null },
      offers,
      councils,
    },
  };
}

/** The organization's time zone (IANA). */
export async function timeZoneOf(ctx: Ctx): Promise<string> {
  return (await settingsOf(ctx.read, ctx.org.id)).timeZone;
}

async function interviewsOf(ctx: Ctx, applicationId: string) {
  return ctx.read
    .select({ id: interview.id, state: interview.state, endsAt: interview.endsAt })
    .from(interview)
    .where(and(eq(interview.orgId, ctx.org.id), eq(interview.applicationId, applicationId)));
}

/** The e-mails that meet a deadline by leaving, and have left. */
async function lettersOf(ctx: Ctx, applicationId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.read
    .select({ template: mail.template })
    .from(mail)
    .where(
      and(
        eq(mail.orgId, ctx.org.id),
        eq(mail.subjectId, applicationId),
        eq(mail.recipient, "candidate"),
        eq(mail.state, "sent"),
        inArray(mail.template, ["application.rejected", "candidate.added"]),
      ),
    );
  return new Set(rows.map((row) => row.template));
}

async function scorecardsOf(ctx: Ctx, applicationId: string): Promise<DeadlineFacts["scorecards"]> {
  return ctx.read
    .select({
      id: scorecard.id,
      authorId: scorecard.authorId,
      state: scorecard.state,
      interviewState: interview.state,
      endsAt: interview.endsAt,
    })
    .from(scorecard)
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .where(and(eq(scorecard.orgId, ctx.org.id), eq(scorecard.applicationId, applicationId)));
}

async function offersOf(ctx: Ctx, applicationId: string): Promise<DeadlineFacts["offers"]> {
  const rows = await ctx.read
    .select({
      id: offer.id,
      state: offer.state,
      expiresAt: offer.expiresAt,
      answeredAt: offer.answeredAt,
      startDate: offer.startDate,
    })
    .from(offer)
    .where(and(eq(offer.orgId, ctx.org.id), eq(offer.applicationId, applicationId)));
  const timeZone = rows.length === 0 ? "UTC" : await timeZoneOf(ctx);
  return rows.map(({ startDate, ...row }) => ({
    ...row,
    startsAt: startOfDay(startDate, timeZone),
  }));
}

async function councilsOf(ctx: Ctx, applicationId: string): Promise<DeadlineFacts["councils"]> {
  const rows = await ctx.read
    .select({
      offerState: offer.state,
      state: offerCondition.state,
      askedOn: offerCondition.askedOn,
      dueOn: offerCondition.dueOn,
    })
    .from(offerCondition)
    .innerJoin(
      offer,
      and(eq(offer.orgId, offerCondition.orgId), eq(offer.id, offerCondition.offerId)),
    )
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        eq(offer.applicationId, applicationId),
        eq(offerCondition.kind, "works_council"),
      ),
    );
  const timeZone = rows.length === 0 ? "UTC" : await timeZoneOf(ctx);
  return rows.flatMap(({ offerState, state, askedOn, dueOn }) => {
    if (askedOn === null) return [];
    const until = dueOn === null ? null : endOfDay(dueOn, timeZone);
    const startsAt = startOfDay(askedOn, timeZone);
    return [{ live: isLive(offerState), state, askedOn, startsAt, until }];
  });
}

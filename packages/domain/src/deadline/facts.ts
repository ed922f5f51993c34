import { type Given, prepared, together } from "@rubric/db";
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

type One = { orgId: string; applicationId: string };

const withPlaces = prepared((db, of: Given<One>) =>
  db
    .select({ application, erasedAt: candidate.erasedAt, regions: job.locations })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(application.orgId, of.orgId), eq(application.id, of.applicationId))),
);

/** Loads what an application's deadlines follow from, in the command's transaction. */
export async function loadFacts(ctx: Ctx, applicationId: string): Promise<LoadedFacts> {
  const one = { orgId: ctx.org.id, applicationId };
  const [found] = await withPlaces(ctx.read, one);
  if (found === undefined) return refuse("NOT_FOUND", {});
  const row = found.application;
  // None waits for another's answer: they travel together.
  const [interviews, feedbacks, letters, scorecards, questions, offers, councils] = await together([
    interviewsOf(ctx.read, one),
    feedbackOf(ctx.read, ctx.org.id, [applicationId]),
    lettersOf(ctx, one),
    scorecardsOf(ctx.read, one),
    questionsWaiting(ctx, [applicationId]),
    offersOf(ctx, one),
    councilsOf(ctx, one),
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

const interviewsOf = prepared((db, of: Given<One>) =>
  db
    .select({ id: interview.id, state: interview.state, endsAt: interview.endsAt })
    .from(interview)
    .where(and(eq(interview.orgId, of.orgId), eq(interview.applicationId, of.applicationId))),
);

const letters = prepared((db, of: Given<One>) =>
  db
    .select({ template: mail.template })
    .from(mail)
    .where(
      and(
        eq(mail.orgId, of.orgId),
        eq(mail.subjectId, of.applicationId),
        eq(mail.recipient, "candidate"),
        eq(mail.state, "sent"),
        inArray(mail.template, ["application.rejected", "candidate.added"]),
      ),
    ),
);

/** The e-mails that meet a deadline by leaving, and have left. */
async function lettersOf(ctx: Ctx, one: One): Promise<ReadonlySet<string>> {
  const rows = await letters(ctx.read, one);
  return new Set(rows.map((row) => row.template));
}

const scorecardsOf = prepared((db, of: Given<One>) =>
  db
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
    .where(and(eq(scorecard.orgId, of.orgId), eq(scorecard.applicationId, of.applicationId))),
);

const offers = prepared((db, of: Given<One>) =>
  db
    .select({
      id: offer.id,
      state: offer.state,
      expiresAt: offer.expiresAt,
      answeredAt: offer.answeredAt,
      startDate: offer.startDate,
    })
    .from(offer)
    .where(and(eq(offer.orgId, of.orgId), eq(offer.applicationId, of.applicationId))),
);

async function offersOf(ctx: Ctx, one: One): Promise<DeadlineFacts["offers"]> {
  const rows = await offers(ctx.read, one);
  const timeZone = rows.length === 0 ? "UTC" : await timeZoneOf(ctx);
  return rows.map(({ startDate, ...row }) => ({
    ...row,
    startsAt: startOfDay(startDate, timeZone),
  }));
}

const councils = prepared((db, of: Given<One>) =>
  db
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
        eq(offer.orgId, of.orgId),
        eq(offer.applicationId, of.applicationId),
        eq(offerCondition.kind, "works_council"),
      ),
    ),
);

async function councilsOf(ctx: Ctx, one: One): Promise<DeadlineFacts["councils"]> {
  const rows = await councils(ctx.read, one);
  const timeZone = rows.length === 0 ? "UTC" : await timeZoneOf(ctx);
  return rows.flatMap(({ offerState, state, askedOn, dueOn }) => {
    if (askedOn === null) return [];
    const until = dueOn === null ? null : endOfDay(dueOn, timeZone);
    const startsAt = startOfDay(askedOn, timeZone);
    return [{ live: isLive(offerState), state, askedOn, startsAt, until }];
  });
}

import {
  application,
  candidate,
  job,
  member,
  offer,
  offerApprover,
  offerException,
  relation,
} from "@rubric/db/schema";
import { and, asc, eq, exists, inArray, isNull, ne, notExists, or, sql } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { notHidden } from "../interview/own-jobs.ts";
import { sealsOf } from "../scorecard/seal-facts.ts";
import { toInstant } from "../wire.ts";
import type { Reader } from "./own-interviews.ts";
import type { HomeView } from "./schemas.ts";

/**
 * Exceptions that the reader may answer, the oldest first: of offers on jobs that they lead or that
 * they approve, neither written nor asked for by them (law 8); none that is sealed to them (law 1),
 * none of somebody whom they know (law 7).
 */
export async function exceptionsWaiting(
  ctx: Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "subject">,
  { memberId, jobs }: Reader,
): Promise<HomeView["exceptions"]> {
  const seat = ctx.read
    .select({ one: sql`1` })
    .from(offerApprover)
    .where(
      and(
        eq(offerApprover.orgId, ctx.org.id),
        eq(offerApprover.offerId, offer.id),
        eq(offerApprover.round, offer.approvalRound),
        eq(offerApprover.memberId, memberId),
        isNull(offerApprover.replacedAt),
      ),
    );
  const known = ctx.read
    .select({ one: sql`1` })
    .from(relation)
    .where(
      and(
        eq(relation.orgId, ctx.org.id),
        eq(relation.candidateId, application.candidateId),
        eq(relation.memberId, memberId),
      ),
    );
  const rows = await ctx.read
    .select({
      exceptionId: offerException.id,
      offerId: offer.id,
      askedAt: offerException.askedAt,
      askedBy: member.name,
      candidate: candidate.name,
      candidateId: candidate.id,
      job: job.title,
    })
    .from(offerException)
    .innerJoin(
      offer,
      and(eq(offer.orgId, offerException.orgId), eq(offer.id, offerException.offerId)),
    )
    .innerJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .innerJoin(
      member,
      and(eq(member.orgId, offerException.orgId), eq(member.id, offerException.askedBy)),
    )
    .where(
      and(
        eq(offerException.orgId, ctx.org.id),
        eq(offerException.state, "asked"),
        ne(offerException.authorId, memberId),
        ne(offerException.askedBy, memberId),
        inArray(offer.state, ["draft", "pending", "approved"]),
        inArray(application.state, ["active", "on_hold"]),
        notHidden(jobs),
        or(
          inArray(application.jobId, [...jobs.leads]),
          eq(offer.approverId, memberId),
          exists(seat),
        ),
        notExists(known),
      ),
    )
    .orderBy(asc(offerException.askedAt), asc(offerException.id));
  const seals = await sealsOf(ctx, [...new Set(rows.map((row) => row.candidateId))]);
  return rows
    .filter((row) => seals(row.candidateId).blind === null)
    .map(({ askedAt, candidateId: _, ...row }) => ({ ...row, since: toInstant(askedAt) }));
}

import {
  debrief,
  decision,
  hiringTeam,
  interview,
  member,
  offer,
  planInterview,
  relation,
  stage,
} from "@rubric/db/schema";
import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { SessionState } from "../debrief/rules.ts";
import { type Denial } from "../errors.ts";
import { isHeldDuty } from "../held-duty.ts";
import { whyNotImpartial } from "../may.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor">;

/** The stages of the plans, in order, by plan. */
export async function plansOf(ctx: Ctx, planIds: string[]) {
  const stages = await ctx.read
    .select()
    .from(stage)
    .where(and(eq(stage.orgId, ctx.org.id), inArray(stage.planId, planIds)))
    .orderBy(asc(stage.position));
  return Map.groupBy(stages, (one) => one.planId);
}

/** The interviews of the applications, cancelled ones left out, in the order of the plan. */
export async function interviewsOf(ctx: Ctx, ids: string[]) {
  return ctx.read
    .select({
      id: interview.id,
      applicationId: interview.applicationId,
      stageId: interview.stageId,
      name: planInterview.name,
      minutes: planInterview.minutes,
      state: interview.state,
      startsAt: interview.startsAt,
      endsAt: interview.endsAt,
      place: interview.place,
      proposedTimes: interview.proposedTimes,
      proposal: interview.proposal,
    })
    .from(interview)
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(
      and(
        eq(interview.orgId, ctx.org.id),
        inArray(interview.applicationId, ids),
        ne(interview.state, "cancelled"),
      ),
    )
    .orderBy(asc(planInterview.position), asc(interview.createdAt));
}

/** The hiring managers of a job by name, as one reads them in a sentence; empty where there is none. */
export async function managersOf(ctx: Pick<Ctx, "read" | "org">, jobId: string): Promise<string> {
  const rows = await ctx.read
    .select({ name: member.name })
    .from(hiringTeam)
    .innerJoin(member, and(eq(member.orgId, hiringTeam.orgId), eq(member.id, hiringTeam.memberId)))
    .where(
      and(
        eq(hiringTeam.orgId, ctx.org.id),
        eq(hiringTeam.jobId, jobId),
        eq(hiringTeam.duty, "hiring_manager"),
        isHeldDuty(),
      ),
    )
    .orderBy(asc(member.name));
  return rows.map((row) => row.name).join(" or ");
}

/** The newest debrief session, by application and stage. */
export async function sessionsOf(
  ctx: Ctx,
  ids: string[],
): Promise<ReadonlyMap<string, SessionState>> {
  const rows = await ctx.read
    .select({
      applicationId: debrief.applicationId,
      stageId: debrief.stageId,
      state: debrief.state,
    })
    .from(debrief)
    .where(and(eq(debrief.orgId, ctx.org.id), inArray(debrief.applicationId, ids)))
    .orderBy(asc(debrief.session));
  return new Map(rows.map((row) => [`${row.applicationId} ${row.stageId}`, row.state]));
}

/** The newest version of each offer, by application. */
export async function offersOf(ctx: Ctx, ids: string[]) {
  const rows = await ctx.read
    .selectDistinctOn([offer.applicationId], {
      applicationId: offer.applicationId,
      state: offer.state,
      expiresAt: offer.expiresAt,
    })
    .from(offer)
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        inArray(offer.applicationId, ids),
        ne(offer.state, "superseded"),
      ),
    )
    .orderBy(offer.applicationId, desc(offer.number));
  return new Map(rows.map((row) => [row.applicationId, row]));
}

/** The applications with a decision to offer in force. */
export async function offerDecisionsOf(ctx: Ctx, ids: string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.read
    .select({ id: decision.applicationId })
    .from(decision)
    .where(
      and(
        eq(decision.orgId, ctx.org.id),
        inArray(decision.applicationId, ids),
        eq(decision.kind, "offer"),
        eq(decision.state, "recorded"),
      ),
    );
  return new Set(rows.map((row) => row.id));
}

/** Law 7 on the reader, by candidate. */
export async function conflictsOf(
  ctx: Ctx,
  candidateIds: string[],
): Promise<ReadonlyMap<string, Denial | null>> {
  if (ctx.actor.kind !== "member") return new Map();
  const rows = await ctx.read
    .select({ candidateId: relation.candidateId, kind: relation.kind })
    .from(relation)
    .where(
      and(
        eq(relation.orgId, ctx.org.id),
        inArray(relation.candidateId, candidateIds),
        eq(relation.memberId, ctx.actor.memberId),
      ),
    );
  return new Map(rows.map((row) => [row.candidateId, whyNotImpartial(row)]));
}

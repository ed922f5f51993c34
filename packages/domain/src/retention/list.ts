import { application, job, legalHold, member, poolConsent, restriction } from "@rubric/db/schema";
import { and, asc, count, countDistinct, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { ownApplications } from "../audit/own-applications.ts";
import type { ReadCtx } from "../context.ts";
import { regionsAsked } from "../region/asked.ts";
import { toInstant } from "../wire.ts";
import { boundsOf } from "./bounds.ts";
import { keepRule } from "./keep-rule.ts";
import { poolSettings } from "./pool.ts";
import { retentionRows } from "./region-rows.ts";
import type { RetentionView } from "./schemas.ts";

/** An application about which no law and nobody says anything. */
const UNBOUND = {
  hired: false,
  held: false,
  askedAt: null,
  least: null,
  most: null,
  consentUntil: null,
};

/**
 * What is kept how long and why, by region; legal holds, those that stand first; the talent pool
 * (law 10).
 */
export async function listRetention(ctx: ReadCtx): Promise<RetentionView> {
  const { read, org } = ctx;
  const hidden = await ownApplications(ctx);
  const jobs = await read
    .select({ id: job.id, title: job.title, locations: job.locations })
    .from(job)
    .where(eq(job.orgId, org.id))
    .orderBy(asc(job.title));
  const [pool] = await read
    .select({ people: count() })
    .from(poolConsent)
    .where(and(eq(poolConsent.orgId, org.id), isNull(poolConsent.endedAt)));
  const [restricted] = await read
    .select({ people: countDistinct(restriction.candidateId) })
    .from(restriction)
    .where(eq(restriction.orgId, org.id));
  const seen = jobs.filter(({ id }) => !hidden.jobIds.has(id));
  return {
    regions: await regionsView(ctx, [...new Set(jobs.flatMap((one) => one.locations))].toSorted()),
    holds: (await holdsView(ctx)).filter(
      ({ jobIds }) => !jobIds.some((id) => hidden.jobIds.has(id)),
    ),
    jobs: seen.map(({ id, title }) => ({ id, title })),
    pool: { ...(await poolSettings(ctx)), people: pool?.people ?? 0 },
    restricted: restricted?.people ?? 0,
  };
}

/** What the law says in each region where the organization hires, and its own policy there. */
async function regionsView(ctx: ReadCtx, regions: string[]): Promise<RetentionView["regions"]> {
  const asked = await regionsAsked(ctx.read, ctx.org.id, ctx.clock, []);
  const at = { endedAt: ctx.clock, lastContactAt: ctx.clock, consentUntil: null };
  return regions.map((region) => {
    const { lower, upper } = boundsOf(retentionRows({ ...asked, regions: [region] }), at);
    const [effect] = ctx.policy.effects(
      keepRule,
      { ...UNBOUND, now: toInstant(ctx.clock), endedAt: toInstant(ctx.clock) },
      { regions: [region] },
    );
    return {
      region,
      atLeast: lower?.row.why ?? null,
      atMost: upper?.row.why ?? null,
      /** Whole months between now and the policy's date. */
      policyMonths:
        effect === undefined ? null : monthsTo(ctx.clock, new Date(effect.facts.policyUntil)),
    };
  });
}

function monthsTo(from: Date, to: Date): number {
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  return years * 12 + to.getUTCMonth() - from.getUTCMonth();
}

async function holdsView({ read, org }: ReadCtx) {
  const rows = await read
    .select({ hold: legalHold, by: member.name, job: job.title })
    .from(legalHold)
    .innerJoin(member, and(eq(member.orgId, legalHold.orgId), eq(member.id, legalHold.setBy)))
    .leftJoin(job, and(eq(job.orgId, legalHold.orgId), eq(job.id, legalHold.jobId)))
    .where(eq(legalHold.orgId, org.id))
    .orderBy(asc(isNotNull(legalHold.liftedAt)), desc(legalHold.setAt))
    .limit(100);
  const applied = await read
    .selectDistinct({
      candidateId: application.candidateId,
      jobId: job.id,
      title: job.title,
    })
    .from(legalHold)
    .innerJoin(
      application,
      and(
        eq(application.orgId, legalHold.orgId),
        eq(application.candidateId, legalHold.candidateId),
      ),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(eq(legalHold.orgId, org.id));
  return rows.map(({ hold, by, job: title }) => {
    const jobs = applied.filter((one) => one.candidateId === hold.candidateId);
    return {
      id: hold.id,
      on: hold.jobId === null ? ("candidate" as const) : ("job" as const),
      subjectId: hold.candidateId ?? hold.jobId ?? hold.id,
      jobIds: hold.jobId === null ? jobs.map((one) => one.jobId) : [hold.jobId],
      jobs: title === null ? jobs.map((one) => one.title) : [title],
      reason: hold.reason,
      by,
      setAt: toInstant(hold.setAt),
      liftedAt: toInstant(hold.liftedAt),
      liftedReason: hold.liftedReason,
    };
  });
}

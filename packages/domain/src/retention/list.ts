import {
  application,
  candidate,
  job,
  legalHold,
  member,
  poolConsent,
  restriction,
} from "@rubric/db/schema";
import { and, asc, count, countDistinct, desc, eq, isNull } from "drizzle-orm";
import { ownApplications } from "../audit/own-applications.ts";
import type { ReadCtx } from "../context.ts";
import { regionsAsked } from "../region/asked.ts";
import { toInstant } from "../wire.ts";
import { boundsOf } from "./bounds.ts";
import { keepRule } from "./keep-rule.ts";
import { type Keeping, keepingOf } from "./keeping.ts";
import { poolSettings } from "./pool.ts";
import { retentionRows } from "./region-rows.ts";
import type { RetentionView } from "./schemas.ts";

/** People whose applications are looked through for what comes next, and groups of it shown. */
const PEOPLE = 2000;
const GROUPS = 40;

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
 * What is kept how long and why, by region; what is due next, without names; legal holds and the
 * talent pool (law 10).
 */
export async function listRetention(ctx: ReadCtx): Promise<RetentionView> {
  const { read, org } = ctx;
  const hidden = await ownApplications(ctx);
  const people = await read
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(eq(candidate.orgId, org.id), isNull(candidate.erasedAt)))
    .orderBy(asc(candidate.id))
    .limit(PEOPLE);
  const keepings = await keepingOf(
    ctx,
    people.map(({ id }) => id),
  );
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
    due: dueView(keepings.filter((one) => !hidden.jobIds.has(one.jobId))),
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

/** What is due next by day, job and reason: how many, and nobody's name. */
function dueView(keepings: readonly Keeping[]): RetentionView["due"] {
  const dated = keepings.filter((one) => one.until !== null && one.verdict !== "erase");
  const groups = Map.groupBy(
    dated,
    (one) => `${toInstant(one.until)?.slice(0, 10)} ${one.jobId} ${one.why}`,
  );
  return [...groups.values()]
    .flatMap(([first, ...rest]) =>
      first?.until == null
        ? []
        : [
            {
              on: toInstant(first.until).slice(0, 10),
              job: first.jobTitle,
              why: first.why,
              applications: rest.length + 1,
              conflict: first.bounds.conflict,
            },
          ],
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, GROUPS);
}

async function holdsView({ read, org }: ReadCtx) {
  const rows = await read
    .select({ hold: legalHold, by: member.name, job: job.title })
    .from(legalHold)
    .innerJoin(member, and(eq(member.orgId, legalHold.orgId), eq(member.id, legalHold.setBy)))
    .leftJoin(job, and(eq(job.orgId, legalHold.orgId), eq(job.id, legalHold.jobId)))
    .where(eq(legalHold.orgId, org.id))
    .orderBy(desc(legalHold.setAt))
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

import type { Reader } from "@rubric/db";
import {
  application,
  applicationEvent,
  erasure,
  job,
  jobPost,
  legalHold,
  poolConsent,
} from "@rubric/db/schema";
import { and, eq, inArray, isNull, max, ne, or } from "drizzle-orm";
import { ANSWERED, ASKED } from "../application/questions.ts";
import type { ReadCtx } from "../context.ts";
import type { Policies } from "../policy/engine.ts";
import { regionsAsked } from "../region/asked.ts";
import { toInstant } from "../wire.ts";
import { type Bounds, boundsOf } from "./bounds.ts";
import { keepRule, type KeepRuleFacts, strictest } from "./keep-rule.ts";
import { retentionRows } from "./region-rows.ts";
import { type KeepFacts, type KeepVerdict, whatNow } from "./what-now.ts";

/** How long one application is kept, and why. */
export type Keeping = KeepVerdict & {
  applicationId: string;
  candidateId: string;
  jobId: string;
  jobTitle: string;
  regions: string[];
  endedAt: Date | null;
  bounds: Bounds;
  consentUntil: Date | null;
};

type Ctx = Pick<ReadCtx, "read" | "org" | "clock"> & { policy: Pick<Policies, "effects"> };

/** The rule as a command asks it, which keeps what was judged, or as a view does. */
export type AskKeep = (facts: KeepRuleFacts, about: { regions: string[] }) => KeepEffects;
type KeepEffects = Parameters<typeof strictest>[0];

const NO_BOUNDS: Bounds = { lower: null, upper: null, conflict: false };

/**
 * How long each application of these people is kept, by regions, holds, requests and consents. A
 * command hands in how it judges, so that its audit entry says by what it decided.
 */
export async function keepingOf(
  ctx: Ctx,
  candidateIds: readonly string[],
  judge: AskKeep = (facts, about) => ctx.policy.effects(keepRule, facts, about),
): Promise<Keeping[]> {
  if (candidateIds.length === 0) return [];
  const ids = [...candidateIds];
  const rows = await ctx.read
    .select({
      applicationId: application.id,
      candidateId: application.candidateId,
      jobId: application.jobId,
      jobTitle: job.title,
      state: application.state,
      endedAt: application.endedAt,
      jobRegions: job.locations,
      postRegions: jobPost.locations,
    })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .leftJoin(
      jobPost,
      and(eq(jobPost.orgId, application.orgId), eq(jobPost.id, application.postId)),
    )
    .where(and(eq(application.orgId, ctx.org.id), inArray(application.candidateId, ids)))
    .orderBy(application.id);
  const contacts = await lastContacts(
    ctx,
    rows.map((row) => row.applicationId),
  );
  const holds = await openHolds(
    ctx,
    ids,
    rows.map((row) => row.jobId),
  );
  const asked = await requestsOf(ctx, ids);
  const consents = await consentsOf(ctx, ids);
  const place = await regionsAsked(ctx.read, ctx.org.id, ctx.clock, []);
  return rows.map(({ state, jobRegions, postRegions, ...row }) => {
    const goesOn = state === "active" || state === "on_hold";
    const endedAt = goesOn ? null : (row.endedAt ?? ctx.clock);
    const regions = [...new Set([...jobRegions, ...(postRegions ?? [])])].toSorted();
    const consentUntil = consents.get(row.candidateId) ?? null;
    const contact = contacts.get(row.applicationId) ?? null;
    const lastContactAt =
      endedAt !== null && contact !== null && contact > endedAt ? contact : (endedAt ?? ctx.clock);
    const bounds =
      endedAt === null
        ? NO_BOUNDS
        : boundsOf(retentionRows({ ...place, regions }), { endedAt, lastContactAt, consentUntil });
    const facts = {
      now: ctx.clock,
      endedAt,
      hired: state === "hired",
      held: holds.has(row.candidateId) || holds.has(row.jobId),
      askedAt: asked.get(row.candidateId) ?? null,
      bounds,
    };
    const said =
      endedAt === null ? [] : judge(factsOf({ ...facts, endedAt, consentUntil }), { regions });
    const verdict = strictest(said) ?? whatNow({ ...facts, policyUntil: consentUntil });
    return { ...row, ...verdict, endedAt, regions, bounds, consentUntil };
  });
}

function factsOf(
  known: Omit<KeepFacts, "policyUntil" | "bounds"> & {
    endedAt: Date;
    bounds: Bounds;
    consentUntil: Date | null;
  },
): KeepRuleFacts {
  const { now, endedAt, hired, held, askedAt, bounds, consentUntil } = known;
  return {
    now: toInstant(now),
    endedAt: toInstant(endedAt),
    hired,
    held,
    askedAt: toInstant(askedAt),
    least: bounds.lower && { at: toInstant(bounds.lower.at), region: bounds.lower.row.region },
    most: bounds.upper && { at: toInstant(bounds.upper.at), region: bounds.upper.row.region },
    consentUntil: toInstant(consentUntil),
  };
}

type Read = { read: Reader; org: { id: string } };

/** When something was last written to or by the person, by application. */
async function lastContacts({ read, org }: Read, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Date | null>();
  const rows = await read
    .select({ id: applicationEvent.applicationId, at: max(applicationEvent.at) })
    .from(applicationEvent)
    .where(
      and(
        eq(applicationEvent.orgId, org.id),
        inArray(applicationEvent.applicationId, [...ids]),
        inArray(applicationEvent.kind, [ASKED, ANSWERED]),
      ),
    )
    .groupBy(applicationEvent.applicationId);
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** The ids of these people and jobs on which a legal hold stands. */
export async function openHolds(
  { read, org }: Read,
  candidateIds: readonly string[],
  jobIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await read
    .select({ candidateId: legalHold.candidateId, jobId: legalHold.jobId })
    .from(legalHold)
    .where(
      and(
        eq(legalHold.orgId, org.id),
        isNull(legalHold.liftedAt),
        or(
          inArray(legalHold.candidateId, [...candidateIds]),
          inArray(legalHold.jobId, [...new Set(jobIds)]),
        ),
      ),
    );
  return new Set(rows.flatMap((row) => row.candidateId ?? row.jobId ?? []));
}

async function requestsOf({ read, org }: Read, ids: string[]) {
  const rows = await read
    .select({ id: erasure.candidateId, at: erasure.createdAt })
    .from(erasure)
    .where(
      and(
        eq(erasure.orgId, org.id),
        inArray(erasure.candidateId, ids),
        ne(erasure.state, "done"),
        ne(erasure.askedBy, "rule"),
      ),
    );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

async function consentsOf({ read, org }: Read, ids: string[]) {
  const rows = await read
    .select({ id: poolConsent.candidateId, at: poolConsent.expiresAt })
    .from(poolConsent)
    .where(
      and(
        eq(poolConsent.orgId, org.id),
        inArray(poolConsent.candidateId, ids),
        isNull(poolConsent.endedAt),
      ),
    );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

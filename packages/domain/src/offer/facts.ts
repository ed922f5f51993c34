import { application, candidate, job, offer, offerException } from "@rubric/db/schema";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { ApplicationRow } from "../application/rows.ts";
import { lockApplication } from "../application/access.ts";
import { shownRanges, type ShownRange } from "../application/disclosures.ts";
import { type BandRow, bandsOf } from "../band/access.ts";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { recordedOffer } from "../debrief/facts.ts";
import { refuse } from "../errors.ts";
import type { GroupState } from "./approval-rules.ts";
import { type ConditionRow, conditionsOf } from "./conditions.ts";
import { groupsOf } from "./groups.ts";
import type { OfferFacts } from "./rules.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor" | "clock">;
export type OfferRow = typeof offer.$inferSelect;
export type ExceptionRow = typeof offerException.$inferSelect;
/** An application with all that its offers are judged by. */
export type LoadedOffers = {
  row: ApplicationRow;
  job: {
    id: string;
    title: string;
    state: string;
    levelKey: string;
    frameworkId: string;
    locations: readonly string[];
  };
  candidate: string;
  decision: Awaited<ReturnType<typeof recordedOffer>>;
  /** The ranges last shown to the person; amounts of offers are disclosures too, but no ranges. */
  ranges: readonly ShownRange[];
  versions: readonly OfferRow[];
  /** Of the job's framework. */
  bands: readonly BandRow[];
  /** By version: whom it was last asked of, its conditions, its exceptions, the newest first. */
  groups: ReadonlyMap<string, readonly GroupState[]>;
  conditions: ReadonlyMap<string, readonly ConditionRow[]>;
  exceptions: ReadonlyMap<string, readonly ExceptionRow[]>;
};

/** Loads the offers of an application; NOT_FOUND outside the organization. */
export async function loadOffers(ctx: Ctx, applicationId: string): Promise<LoadedOffers> {
  const [found] = await ctx.read
    .select({
      row: application,
      job: {
        id: job.id,
        title: job.title,
        state: job.state,
        levelKey: job.levelKey,
        frameworkId: job.frameworkId,
        locations: job.locations,
      },
      candidate: candidate.name,
    })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, applicationId)));
  if (found === undefined) return refuse("NOT_FOUND", {});
  const versions = await ctx.read
    .select()
    .from(offer)
    .where(and(eq(offer.orgId, ctx.org.id), eq(offer.applicationId, applicationId)))
    .orderBy(desc(offer.number));
  const ids = versions.map((one) => one.id);
  return {
    ...found,
    decision: await recordedOffer(ctx, applicationId),
    ranges: (await shownRanges(ctx, [applicationId])).get(applicationId) ?? [],
    versions,
    bands: await bandsOf(ctx, found.job.frameworkId),
    groups: await groupsOf(ctx, versions),
    conditions: await conditionsOf(ctx, ids),
    exceptions: await exceptionsOf(ctx, ids),
  };
}

async function exceptionsOf(
  ctx: Ctx,
  ids: string[],
): Promise<ReadonlyMap<string, readonly ExceptionRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.read
    .select()
    .from(offerException)
    .where(and(eq(offerException.orgId, ctx.org.id), inArray(offerException.offerId, ids)))
    .orderBy(desc(offerException.askedAt), desc(offerException.id));
  return Map.groupBy(rows, (row) => row.offerId);
}

/** The facts that the rules on one version ask for. */
export function factsOf(ctx: Ctx, loaded: LoadedOffers, version: OfferRow): OfferFacts {
  return {
    ...version,
    actorId: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
    groups: loaded.groups.get(version.id) ?? [],
    openConditions: (loaded.conditions.get(version.id) ?? [])
      .filter((one) => one.state === "open" || one.state === "failed")
      .map((one) => one.kind),
    application: loaded.row.state,
    job: loaded.job.state,
    decided: loaded.decision !== null,
    others: loaded.versions.filter((one) => one.id !== version.id).map((one) => one.state),
    now: ctx.clock,
  };
}

/** Locks the application of an offer, then loads it as it stands under the lock. */
export async function lockOffer(
  ctx: CommandCtx,
  offerId: string,
): Promise<{ loaded: LoadedOffers; version: OfferRow; facts: OfferFacts }> {
  const applicationId = ctx.subject.applicationId ?? (await applicationOf(ctx, offerId));
  await lockApplication(ctx, applicationId);
  const loaded = await loadOffers(ctx, applicationId);
  const version = loaded.versions.find((one) => one.id === offerId);
  if (version === undefined) return refuse("NOT_FOUND", {});
  return { loaded, version, facts: factsOf(ctx, loaded, version) };
}

async function applicationOf(ctx: CommandCtx, offerId: string): Promise<string> {
  const [row] = await ctx.tx
    .select({ applicationId: offer.applicationId })
    .from(offer)
    .where(and(eq(offer.orgId, ctx.org.id), eq(offer.id, offerId)));
  return row?.applicationId ?? refuse("NOT_FOUND", {});
}

import { application, job, offer } from "@rubric/db/schema";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { sealsOf } from "../scorecard/seal-facts.ts";
import { toInstant } from "../wire.ts";
import type { ExceptionRow, LoadedOffers, OfferRow } from "./facts.ts";
import { figuresOf } from "./pay.ts";
import type {
  CandidateConditionView,
  ConditionView,
  ExceptionView,
  GroupView,
  PackageView,
} from "./pay-schemas.ts";
import { fitsPackage } from "./weigh.ts";

type Names = ReadonlyMap<string, string>;

/** With fewer accepted offers a median would say what one person earns. */
const FEWEST = 5;

/** What a version pays beside the base, and what it comes to. */
export function packageView(version: OfferRow): z.infer<typeof PackageView> {
  const { withVariableMinor, totalMinor } = figuresOf(version);
  const { variableMinor, variablePercent, equity, equityMinor, signingMinor, benefits } = version;
  return {
    variableMinor,
    variablePercent,
    equity,
    equityMinor,
    signingMinor,
    benefits,
    withVariableMinor,
    totalMinor,
  };
}

/** An exception as those who see the offer read it. */
export function exceptionView(
  row: ExceptionRow,
  version: OfferRow,
  names: Names,
): z.infer<typeof ExceptionView> {
  const { id, state, baseMinor, withVariableMinor, totalMinor, currency } = row;
  return {
    id,
    state,
    baseMinor,
    withVariableMinor,
    totalMinor,
    currency,
    fits: fitsPackage(row, version),
    reason: row.reason,
    askedBy: names.get(row.askedBy) ?? "",
    askedAt: toInstant(row.askedAt),
    answeredBy: row.answeredBy === null ? null : (names.get(row.answeredBy) ?? ""),
    answeredAt: toInstant(row.answeredAt),
    answerReason: row.answerReason,
  };
}

/** The groups of a version's last round, in their order. */
export function groupViews(
  loaded: LoadedOffers,
  version: OfferRow,
  names: Names,
): z.infer<typeof GroupView>[] {
  return (loaded.groups.get(version.id) ?? []).map((group) => ({
    name: group.name,
    approvals: group.approvals,
    exception: group.exception,
    completedAt: toInstant(group.completedAt),
    members: group.members.map((one) => ({
      id: one.memberId,
      name: names.get(one.memberId) ?? "",
      insteadOf: one.insteadOf === null ? null : (names.get(one.insteadOf) ?? ""),
      approvedAt: toInstant(one.approvedAt),
      replaced: one.replacedAt !== null,
    })),
  }));
}

/** The conditions of a version for the members who see it. */
export function conditionViews(
  loaded: LoadedOffers,
  version: OfferRow,
  names: Names,
): z.infer<typeof ConditionView>[] {
  return (loaded.conditions.get(version.id) ?? []).map((row) => ({
    id: row.id,
    kind: row.kind,
    words: row.words,
    demandedBy: row.demandedBy,
    afterAcceptance: row.afterAcceptance,
    state: row.state,
    askedOn: row.askedOn,
    dueOn: row.dueOn,
    reason: row.reason,
    settledBy: row.settledBy === null ? null : (names.get(row.settledBy) ?? ""),
    settledAt: toInstant(row.settledAt),
  }));
}

/** The same for the candidate: what must hold, and whether it does. */
export function candidateConditions(
  loaded: LoadedOffers,
  version: OfferRow,
): z.infer<typeof CandidateConditionView>[] {
  return (loaded.conditions.get(version.id) ?? []).map(({ kind, words, state, dueOn }) => ({
    kind,
    words,
    state,
    dueOn,
  }));
}

/**
 * The median base pay of the accepted offers at a level in one currency, this application's own and
 * those of candidates who are sealed to the reader left out; null below five.
 */
export async function medianOf(
  ctx: Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "subject">,
  loaded: LoadedOffers,
  levelKey: string,
  currency: string,
): Promise<{ minor: number; currency: string; offers: number } | null> {
  const rows = await ctx.read
    .select({ minor: offer.amountMinor, candidateId: application.candidateId })
    .from(offer)
    .innerJoin(job, and(eq(job.orgId, offer.orgId), eq(job.id, offer.jobId)))
    .innerJoin(
      application,
      and(eq(application.orgId, offer.orgId), eq(application.id, offer.applicationId)),
    )
    .where(
      and(
        eq(offer.orgId, ctx.org.id),
        eq(offer.levelKey, levelKey),
        eq(offer.currency, currency),
        inArray(offer.state, ["accepted", "confirmed"]),
        eq(job.frameworkId, loaded.job.frameworkId),
        ne(offer.applicationId, loaded.row.id),
      ),
    );
  const seals = await sealsOf(ctx, [...new Set(rows.map((row) => row.candidateId))]);
  const open = rows.filter((row) => seals(row.candidateId).blind === null);
  if (open.length < FEWEST) return null;
  const sorted = open.map((row) => row.minor).toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  const lower = sorted.length % 2 === 1 ? upper : (sorted[half - 1] ?? upper);
  return { minor: Math.round((lower + upper) / 2), currency, offers: sorted.length };
}

import type { Reader } from "@rubric/db";
import { decision, type Rating } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { dayIn, settingsOf } from "../job/access.ts";
import { sideOf } from "../review/access.ts";
import { toInstant } from "../wire.ts";
import { baselineRow, type Evidence, evidenceOf, growing, hiredBy } from "./access.ts";
import { whyNotReadBaseline } from "./rules.ts";
import type { BaselineRecord } from "./schemas.ts";
import {
  type BaselineCtx,
  byCompetency,
  loadBaseline,
  sealedTo,
  sealedToManager,
  withoutOthers,
} from "./view.ts";

/** A rating of an interview before the hire; `at` is when the interview began. */
export type BaselineRating = { competencyKey: string; rating: Rating; at: Date };

/**
 * The ratings of a member's baseline that the caller may see now, oldest first; none before the
 * person opened it, and none for anybody while they object, so that no plan or chart rests on it.
 */
export async function baselineRatings(
  ctx: BaselineCtx,
  memberId: string,
): Promise<BaselineRating[]> {
  const loaded = await loadBaseline(ctx, memberId);
  if (loaded.facts.objectedAt !== null || (await sealedTo(ctx, loaded)) !== null) return [];
  return ratingsOf(loaded.evidence);
}

/**
 * The ratings of a member's baseline that both of the pair may see now, the same whoever of them
 * asks, with the key of the level that they were hired at; none while nobody manages them.
 */
export async function sharedRatings(
  ctx: Pick<BaselineCtx, "read" | "org" | "clock" | "policy">,
  memberId: string,
): Promise<{ ratings: BaselineRating[]; levelKey: string | null }> {
  const loaded = await loadBaseline(ctx, memberId);
  const { person, hired, evidence } = loaded;
  const { managerId } = person;
  if (hired === null || managerId === null) return { ratings: [], levelKey: null };
  if ((await sealedToManager(ctx, loaded, managerId)) !== null) {
    return { ratings: [], levelKey: null };
  }
  const [hire] = await ctx.read
    .select({ levelKey: decision.levelKey })
    .from(decision)
    .where(
      and(
        eq(decision.orgId, ctx.org.id),
        eq(decision.applicationId, hired.applicationId),
        eq(decision.kind, "offer"),
        eq(decision.state, "recorded"),
      ),
    )
    .orderBy(desc(decision.decidedAt))
    .limit(1);
  return { ratings: ratingsOf(evidence), levelKey: hire?.levelKey ?? null };
}

/**
 * Whether the caller has a baseline that counts for no plan only because their manager does not see
 * it yet. Never to anybody but the person: that there is one is told to nobody else before (law 10).
 */
export async function isUnshared(ctx: BaselineCtx, memberId: string): Promise<boolean> {
  if (sideOf(ctx) !== "self") return false;
  const { person, facts, policy } = await loadBaseline(ctx, memberId);
  return (
    person.managerId !== null &&
    !facts.empty &&
    facts.objectedAt === null &&
    policy.sees !== "nothing" &&
    whyNotReadBaseline(facts, policy, ctx.clock) !== null
  );
}

function ratingsOf(evidence: readonly Evidence[]): BaselineRating[] {
  return evidence
    .map(({ key: competencyKey, rating, at }) => ({ competencyKey, rating, at }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * A member's baseline as they take it with them, an objection and all; null before they opened it.
 * It is the person's alone: who calls has asked whether they are.
 */
export async function recordOfBaseline(
  ctx: { read: Reader; org: { id: string } },
  memberId: string,
): Promise<z.infer<typeof BaselineRecord> | null> {
  const { candidateId } = await growing(ctx, memberId);
  const hired = candidateId === null ? null : await hiredBy(ctx, candidateId);
  const row = await baselineRow(ctx, memberId);
  if (hired?.notice == null || row?.openedAt == null) return null;
  const { evidence: found } = await evidenceOf(ctx, memberId, hired);
  const evidence = await withoutOthers(ctx, found, hired);
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  return {
    notice: { text: hired.notice.text, at: toInstant(hired.notice.at) },
    job: hired.title,
    openedAt: toInstant(row.openedAt),
    objection: row.objection,
    remark: row.remark,
    competencies: byCompetency(evidence, "ratings_and_evidence", (at) => dayIn(timeZone, at)),
  };
}

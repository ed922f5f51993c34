import type { Rating } from "@rubric/db/schema";
import { dayIn, settingsOf } from "../job/access.ts";
import { sideOf } from "../review/access.ts";
import { toInstant } from "../wire.ts";
import type { BaselineCompetency } from "./schemas.ts";
import { type BaselineCtx, byCompetency, loadBaseline, sealedTo } from "./view.ts";

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
  return loaded.evidence
    .map(({ key: competencyKey, rating, at }) => ({ competencyKey, rating, at }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

export type BaselineRecord = {
  notice: { text: string; at: string };
  job: string;
  openedAt: string;
  objection: string;
  remark: string;
  competencies: BaselineCompetency[];
};

/** The baseline as the person takes it with them; null for anybody else and before they opened it. */
export async function recordOfBaseline(
  ctx: BaselineCtx,
  memberId: string,
): Promise<BaselineRecord | null> {
  const loaded = await loadBaseline(ctx, memberId);
  const { hired, evidence, row } = loaded;
  if (sideOf(ctx) !== "self" || (await sealedTo(ctx, loaded)) !== null) return null;
  if (hired?.notice == null || row?.openedAt == null) return null;
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

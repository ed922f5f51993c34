import type { Reader } from "@rubric/db";
import {
  debrief,
  interview,
  member,
  planInterview,
  type Rating,
  type RatingsRecord,
  scorecard,
  scorecardRating,
  scorecardVersion,
  secondRating,
} from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";

type Version = typeof scorecardVersion.$inferSelect;
type RatingRow = typeof scorecardRating.$inferSelect;
type SecondRow = typeof secondRating.$inferSelect & { session: number };

/** One scorecard of a stage, with the version that debrief and figures use and what came after. */
export type RatedCard = {
  card: typeof scorecard.$inferSelect;
  author: string;
  interview: string;
  interviewState: (typeof interview.$inferSelect)["state"];
  base: { version: Version; ratings: readonly RatingRow[] } | null;
  latest: { version: Version; ratings: readonly RatingRow[] } | null;
  laterVersions: number;
  seconds: readonly SecondRow[];
};

/** The last version from before its author could read another's; the first one if there is none. */
export function baseVersion<V extends Pick<Version, "number" | "afterReading" | "struckAt">>(
  versions: readonly V[],
): V | null {
  const kept = versions
    .filter((version) => version.struckAt === null)
    .sort((a, b) => a.number - b.number);
  return kept.findLast((version) => !version.afterReading) ?? kept[0] ?? null;
}

/** The scorecards of an application, of one stage or of all, oldest first. Ask law 1 before. */
export async function ratedCards(
  read: Reader,
  orgId: string,
  of: { applicationId: string; stageId: string | null },
): Promise<RatedCard[]> {
  const cards = await read
    .select({
      card: scorecard,
      author: member.name,
      interview: planInterview.name,
      interviewState: interview.state,
    })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(
      and(
        eq(scorecard.orgId, orgId),
        eq(scorecard.applicationId, of.applicationId),
        of.stageId === null ? undefined : eq(scorecard.stageId, of.stageId),
      ),
    )
    .orderBy(asc(planInterview.position), asc(member.name), asc(scorecard.id));
  const shown = cards.filter(({ card }) => card.state !== "void");
  const ids = shown.map(({ card }) => card.id);
  if (ids.length === 0) return [];
  const versions = await read
    .select()
    .from(scorecardVersion)
    .where(and(eq(scorecardVersion.orgId, orgId), inArray(scorecardVersion.scorecardId, ids)))
    .orderBy(asc(scorecardVersion.number));
  const ratings = await read
    .select()
    .from(scorecardRating)
    .where(and(eq(scorecardRating.orgId, orgId), inArray(scorecardRating.scorecardId, ids)));
  const seconds = await read
    .select({ second: secondRating, session: debrief.session })
    .from(secondRating)
    .innerJoin(
      debrief,
      and(eq(debrief.orgId, secondRating.orgId), eq(debrief.id, secondRating.debriefId)),
    )
    .where(and(eq(secondRating.orgId, orgId), inArray(secondRating.scorecardId, ids)))
    .orderBy(asc(debrief.session));
  return shown.map((one) => {
    const own = versions.filter((version) => version.scorecardId === one.card.id);
    const written = own.filter((version) => version.struckAt === null);
    const withRatings = (version: Version | null) =>
      version && {
        version,
        ratings: ratings.filter(
          (row) => row.scorecardId === one.card.id && row.number === version.number,
        ),
      };
    const base = one.card.state === "submitted" ? baseVersion(own) : null;
    const latest = one.card.state === "submitted" ? (written.at(-1) ?? null) : null;
    return {
      ...one,
      base: withRatings(base),
      latest: withRatings(latest),
      laterVersions: written.filter((version) => version.number > (base?.number ?? 0)).length,
      seconds: seconds
        .filter(({ second }) => second.scorecardId === one.card.id)
        .map(({ second, session }) => ({ ...second, session })),
    };
  });
}

/** Whether a scorecard's ratings enter figures of agreement: independent, no shadow's, of a talk that took place. */
export function isIndependent(card: RatedCard): boolean {
  const missed = card.interviewState === "cancelled" || card.interviewState === "absent";
  return card.base !== null && !card.base.version.afterReading && !card.card.shadow && !missed;
}

/** The newest second rating of a criterion, over all sessions. */
export function secondOf(card: RatedCard, criterionId: string): SecondRow | null {
  return card.seconds.findLast((second) => second.criterionId === criterionId) ?? null;
}

/** The ratings a decision keeps: before the debrief, and after it (law 5). Shadows' count for nothing. */
export function recordOf(cards: readonly RatedCard[]): {
  before: RatingsRecord;
  after: RatingsRecord;
} {
  const rated = cards.filter(({ card, base }) => base !== null && !card.shadow);
  const record = (rating: (card: RatedCard, row: RatingRow) => Rating | null) =>
    rated.flatMap((card) =>
      (card.base?.ratings ?? []).map((row) => ({
        scorecardId: card.card.id,
        authorId: card.card.authorId,
        criterionId: row.criterionId,
        rating: rating(card, row),
      })),
    );
  return {
    before: record((_card, row) => row.rating),
    after: record((card, row) => secondOf(card, row.criterionId)?.rating ?? row.rating),
  };
}

import {
  competency,
  frameworkLevel,
  frameworkVersion,
  review,
  reviewPart,
  reviewRating,
} from "@rubric/db/schema";
import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { type Side, whyNotReadSide } from "./rules.ts";

/**
 * What each side of each of a member's reviews rated, the oldest first, as far as the reader may know
 * it (law 1): their own side, and the other's once the review is open. Cancelled reviews say nothing.
 */
export async function openRatings(
  { read, org, clock }: Pick<ReadCtx, "read" | "org" | "clock">,
  memberId: string,
  reader: Side,
) {
  const rows = await read
    .select({
      reviewId: review.id,
      state: review.state,
      dueAt: review.dueAt,
      side: reviewPart.side,
      at: reviewPart.submittedAt,
      competencyKey: competency.key,
      rating: reviewRating.rating,
      level: { id: frameworkLevel.id, key: frameworkLevel.key, name: frameworkLevel.name },
      version: { frameworkId: frameworkVersion.frameworkId, number: frameworkVersion.number },
    })
    .from(review)
    .innerJoin(
      reviewPart,
      and(eq(reviewPart.orgId, review.orgId), eq(reviewPart.reviewId, review.id)),
    )
    .innerJoin(
      frameworkLevel,
      and(eq(frameworkLevel.orgId, review.orgId), eq(frameworkLevel.id, review.levelId)),
    )
    .innerJoin(
      frameworkVersion,
      and(eq(frameworkVersion.orgId, review.orgId), eq(frameworkVersion.id, review.versionId)),
    )
    .innerJoin(
      reviewRating,
      and(eq(reviewRating.orgId, reviewPart.orgId), eq(reviewRating.partId, reviewPart.id)),
    )
    .innerJoin(
      competency,
      and(eq(competency.orgId, reviewRating.orgId), eq(competency.id, reviewRating.competencyId)),
    )
    .where(
      and(
        eq(review.orgId, org.id),
        eq(review.memberId, memberId),
        ne(review.state, "cancelled"),
        isNotNull(reviewPart.submittedAt),
      ),
    )
    .orderBy(asc(reviewPart.submittedAt));
  const cameIn = (reviewId: string, side: Side) =>
    rows.find((row) => row.reviewId === reviewId && row.side === side)?.at ?? null;
  const isOpen = new Map(
    rows.map(({ reviewId, state, dueAt }) => {
      const submitted = { self: cameIn(reviewId, "self"), manager: cameIn(reviewId, "manager") };
      return [reviewId, whyNotReadSide({ state, dueAt, submitted }, clock) === null];
    }),
  );
  return rows.flatMap(({ reviewId, side, at, competencyKey, rating, level, version }) =>
    at !== null && (side === reader || isOpen.get(reviewId) === true)
      ? [{ side, at, competencyKey, rating, level, version }]
      : [],
  );
}

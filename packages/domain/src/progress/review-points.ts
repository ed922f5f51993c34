import {
  competency,
  frameworkLevel,
  frameworkVersion,
  review,
  reviewPart,
  reviewRating,
} from "@rubric/db/schema";
import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { whyNotReadSide } from "../review/rules.ts";
import type { PointSource } from "./points.ts";

/** What each side of each review said of a competency, as far as the reader may know it (law 1). */
export const reviewPoints: PointSource = async ({ read, org, clock }, { memberId, reader }) => {
  const rows = await read
    .select({
      reviewId: review.id,
      state: review.state,
      dueAt: review.dueAt,
      side: reviewPart.side,
      at: reviewPart.submittedAt,
      competency: competency.key,
      rating: reviewRating.rating,
      level: { id: frameworkLevel.id, name: frameworkLevel.name, version: frameworkVersion.number },
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
  const cameIn = (reviewId: string, side: "self" | "manager") =>
    rows.find((row) => row.reviewId === reviewId && row.side === side)?.at ?? null;
  const sealed = new Map(
    rows.map(({ reviewId, state, dueAt }) => {
      const submitted = { self: cameIn(reviewId, "self"), manager: cameIn(reviewId, "manager") };
      return [reviewId, whyNotReadSide({ state, dueAt, submitted }, clock) !== null];
    }),
  );
  return rows.flatMap(({ reviewId, side, at, rating, level, ...row }) =>
    at === null || rating === null || (side !== reader && sealed.get(reviewId) === true)
      ? []
      : [{ competency: row.competency, day: day(at), by: side, rating, level, about: "" }],
  );
};

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

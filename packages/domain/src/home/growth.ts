import { together } from "@rubric/db";
import { member, review, reviewPart } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Member, ReadCtx } from "../context.ts";
import { whyNotCloseReview } from "../review/rules.ts";
import { checkInsWaiting } from "./check-ins.ts";
import { toInstant } from "../wire.ts";
import type { GrowthItem } from "./schemas.ts";

/**
 * What waits for the reader of their own growth and of whom they manage, by due time: sides of
 * reviews that they owe, reviews to compare, and check-ins to record and to answer. None by a token: growth is for its two people.
 */
export async function growthWaiting(
  ctx: Pick<ReadCtx, "read" | "org" | "clock">,
  reader: Member,
): Promise<GrowthItem[]> {
  if (reader.token !== undefined) return [];
  const [reviews, checkIns] = await together([
    reviewsWaiting(ctx, reader.memberId),
    checkInsWaiting(ctx, reader),
  ]);
  return [...reviews, ...checkIns].toSorted((a, b) =>
    a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0,
  );
}

async function reviewsWaiting(
  { read, org, clock }: Pick<ReadCtx, "read" | "org" | "clock">,
  memberId: string,
): Promise<GrowthItem[]> {
  const rows = await read
    .select({
      reviewId: review.id,
      memberId: review.memberId,
      name: member.name,
      dueAt: review.dueAt,
    })
    .from(review)
    .innerJoin(member, and(eq(member.orgId, review.orgId), eq(member.id, review.memberId)))
    .where(
      and(
        eq(review.orgId, org.id),
        eq(review.state, "open"),
        or(eq(review.memberId, memberId), eq(member.managerId, memberId)),
      ),
    )
    .orderBy(asc(review.dueAt), asc(review.id));
  if (rows.length === 0) return [];
  const sides = await read
    .select({ reviewId: reviewPart.reviewId, side: reviewPart.side, at: reviewPart.submittedAt })
    .from(reviewPart)
    .where(
      and(
        eq(reviewPart.orgId, org.id),
        isNotNull(reviewPart.submittedAt),
        inArray(
          reviewPart.reviewId,
          rows.map(({ reviewId }) => reviewId),
        ),
      ),
    );
  return rows.flatMap(({ dueAt, ...row }) => {
    const own = row.memberId === memberId;
    const cameIn = (side: "self" | "manager") =>
      sides.find((one) => one.reviewId === row.reviewId && one.side === side)?.at ?? null;
    const submitted = { self: cameIn("self"), manager: cameIn("manager") };
    const about = { ...row, own, dueAt: toInstant(dueAt), late: dueAt <= clock };
    if (submitted[own ? "self" : "manager"] === null) return { kind: "review_side", ...about };
    const facts = { state: "open" as const, dueAt, submitted };
    return whyNotCloseReview(facts, clock) === null ? { kind: "review_compare", ...about } : [];
  });
}

import type { Reader } from "@rubric/db";
import { member, placement, review, reviewPart, reviewRound, roundTurn } from "@rubric/db/schema";
import { and, asc, count, desc, eq, exists, inArray, isNotNull, isNull, sql } from "drizzle-orm";

type Ctx = { read: Reader; org: { id: string } };

/** How an establishment stands in a round: the empty text is where none is named. */
export const NOWHERE = "";

/** Active people with a manager, of an establishment: whose turn it is in its rounds. */
export function takesTurns(orgId: string, establishment: string) {
  return and(
    eq(member.orgId, orgId),
    eq(member.kind, "person"),
    eq(member.state, "active"),
    isNotNull(member.managerId),
    establishment === NOWHERE
      ? isNull(member.establishment)
      : eq(member.establishment, establishment),
  );
}

/** Where people work who have a manager and a level, with how many there are. */
export async function establishmentsOf({ read, org }: Ctx) {
  const placed = read
    .select({ one: sql`1` })
    .from(placement)
    .where(and(eq(placement.orgId, member.orgId), eq(placement.memberId, member.id)));
  return read
    .select({ establishment: member.establishment, people: count() })
    .from(member)
    .where(
      and(
        eq(member.orgId, org.id),
        eq(member.kind, "person"),
        eq(member.state, "active"),
        isNotNull(member.managerId),
        exists(placed),
      ),
    )
    .groupBy(member.establishment)
    .orderBy(asc(member.establishment));
}

/** The rounds of an organization, newest first. */
export async function roundsOf({ read, org }: Ctx) {
  return read
    .select({ round: reviewRound, openedBy: member.name })
    .from(reviewRound)
    .leftJoin(member, and(eq(member.orgId, reviewRound.orgId), eq(member.id, reviewRound.openedBy)))
    .where(eq(reviewRound.orgId, org.id))
    .orderBy(desc(reviewRound.openedAt), desc(reviewRound.id))
    .limit(40);
}

/** What became of each turn of some rounds: how many sides came in, and how the review stands. */
export async function turnsOf({ read, org }: Ctx, roundIds: readonly string[]) {
  if (roundIds.length === 0) return [];
  return read
    .select({
      roundId: roundTurn.roundId,
      skipped: roundTurn.skipped,
      state: review.state,
      sides: sql<number>`count(${reviewPart.id})::int`,
    })
    .from(roundTurn)
    .leftJoin(review, and(eq(review.orgId, roundTurn.orgId), eq(review.id, roundTurn.reviewId)))
    .leftJoin(
      reviewPart,
      and(
        eq(reviewPart.orgId, review.orgId),
        eq(reviewPart.reviewId, review.id),
        isNotNull(reviewPart.submittedAt),
      ),
    )
    .where(and(eq(roundTurn.orgId, org.id), inArray(roundTurn.roundId, [...roundIds])))
    .groupBy(
      roundTurn.roundId,
      roundTurn.memberId,
      roundTurn.quarter,
      roundTurn.skipped,
      review.state,
      roundTurn.orgId,
    );
}

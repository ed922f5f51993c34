import { newId } from "@rubric/db";
import { member, review, reviewRound, roundTurn } from "@rubric/db/schema";
import { and, asc, eq, isNull, notExists, sql } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { levelsOfVersion, placementOf, publishedVersion } from "../ladder/access.ts";
import { tellPair } from "../review/tell.ts";
import { takesTurns } from "./access.ts";

const AT_ONCE = 50;
type Round = typeof reviewRound.$inferSelect;

/**
 * Opens the reviews of the oldest round that is not filled, some at a time: each at the level where
 * the person stands. Who has a review open or no level is passed over, and counted. Everyone has one
 * turn a quarter, whichever rounds they belong to and however many workers open them.
 */
export async function fillRounds(ctx: CommandCtx): Promise<number> {
  const { tx, org } = ctx;
  const [round] = await tx
    .select()
    .from(reviewRound)
    .where(and(eq(reviewRound.orgId, org.id), isNull(reviewRound.filledAt)))
    .orderBy(asc(reviewRound.openedAt))
    .limit(1)
    .for("update", { skipLocked: true });
  if (round === undefined) return 0;
  const had = tx
    .select({ one: sql`1` })
    .from(roundTurn)
    .where(
      and(
        eq(roundTurn.orgId, member.orgId),
        eq(roundTurn.memberId, member.id),
        eq(roundTurn.quarter, round.quarter),
      ),
    );
  const next = await tx
    .select({ memberId: member.id, managerId: member.managerId })
    .from(member)
    .where(and(takesTurns(org.id, round.establishment), notExists(had)))
    .orderBy(asc(member.id))
    .limit(AT_ONCE);
  for (const pair of next) await giveTurn(ctx, round, pair);
  if (next.length < AT_ONCE) {
    await tx
      .update(reviewRound)
      .set({ filledAt: ctx.clock })
      .where(and(eq(reviewRound.orgId, org.id), eq(reviewRound.id, round.id)));
  }
  return Math.max(next.length, 1);
}

type Pair = { memberId: string; managerId: string | null };

async function giveTurn(ctx: CommandCtx, round: Round, pair: Pair): Promise<void> {
  const opened = await openFor(ctx, round, pair);
  await ctx.tx.insert(roundTurn).values({
    orgId: ctx.org.id,
    quarter: round.quarter,
    memberId: pair.memberId,
    roundId: round.id,
    ...opened,
  });
}

/** A review at the level where the person stands, in the newest version of its framework. */
async function openFor(
  ctx: CommandCtx,
  round: Round,
  pair: Pair,
): Promise<Pick<typeof roundTurn.$inferInsert, "reviewId" | "skipped">> {
  const { memberId } = pair;
  const placed = await placementOf(ctx, memberId);
  if (placed === null) return { skipped: "not_placed" };
  const version = await publishedVersion(ctx, placed.frameworkId);
  const levels = version === null ? [] : await levelsOfVersion(ctx, version.versionId);
  const level = levels.find(({ key }) => key === placed.levelKey);
  if (version === null || level === undefined) return { skipped: "not_placed" };
  const [opened] = await ctx.tx
    .insert(review)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      memberId,
      versionId: version.versionId,
      levelId: level.id,
      openedAt: ctx.clock,
      openedBy: null,
      dueAt: round.dueAt,
      state: "open",
      outcome: "",
      answer: "",
    })
    .onConflictDoNothing()
    .returning({ id: review.id });
  if (opened === undefined) return { skipped: "review_open" };
  await tellPair(ctx, "review.opened", pair, opened.id);
  return { reviewId: opened.id };
}

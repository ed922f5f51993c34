import type { Tx } from "@rubric/db";
import {
  competency,
  framework,
  frameworkLevel,
  frameworkVersion,
  review,
  reviewPart,
  reviewRating,
} from "@rubric/db/schema";
import { and, desc, eq, inArray } from "drizzle-orm";
import { contentOf, loadReview, type SubmittedPart } from "../review/access.ts";
import { whyNotReadSide } from "../review/rules.ts";
import { toInstant } from "../wire.ts";
import type { RecordSections } from "./document.ts";
import type { SectionCtx } from "./sections.ts";

type Recorded = RecordSections["reviews"][number];

/** A member's reviews, the newest first; the manager's side only where it is open to them (law 1). */
export async function recordOfReviews(
  ctx: SectionCtx,
  memberId: string,
): Promise<RecordSections["reviews"]> {
  const { read, org, clock } = ctx;
  const rows = await read
    .select({ id: review.id, level: frameworkLevel.name, framework: framework.name })
    .from(review)
    .innerJoin(
      frameworkLevel,
      and(eq(frameworkLevel.orgId, review.orgId), eq(frameworkLevel.id, review.levelId)),
    )
    .innerJoin(
      frameworkVersion,
      and(eq(frameworkVersion.orgId, review.orgId), eq(frameworkVersion.id, review.versionId)),
    )
    .innerJoin(
      framework,
      and(
        eq(framework.orgId, frameworkVersion.orgId),
        eq(framework.id, frameworkVersion.frameworkId),
      ),
    )
    .where(and(eq(review.orgId, org.id), eq(review.memberId, memberId)))
    .orderBy(desc(review.openedAt), desc(review.id));
  const recorded: Recorded[] = [];
  for (const { id, ...of } of rows) {
    const { line, facts, parts } = await loadReview(ctx, id);
    const part = (side: "self" | "manager") => parts.find((one) => one.side === side);
    const open = whyNotReadSide(facts, clock) === null;
    recorded.push({
      ...of,
      state: line.state,
      openedAt: toInstant(line.openedAt),
      dueAt: toInstant(line.dueAt),
      self: await sideOf(ctx, part("self")),
      manager: open ? await sideOf(ctx, part("manager")) : null,
      outcome: line.outcome,
      answer: line.answer,
    });
  }
  return recorded;
}

async function sideOf(ctx: SectionCtx, part: SubmittedPart | undefined): Promise<Recorded["self"]> {
  if (part?.submittedAt == null) return null;
  const { ratings, summary } = await contentOf(ctx, part);
  const named = await ctx.read
    .select({ id: competency.id, name: competency.name })
    .from(competency)
    .where(
      and(
        eq(competency.orgId, ctx.org.id),
        inArray(
          competency.id,
          ratings.map(({ competencyId }) => competencyId),
        ),
      ),
    );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    by: part.by,
    at: toInstant(part.submittedAt),
    summary,
    ratings: ratings.map(({ competencyId, ...said }) => ({
      competency: names.get(competencyId) ?? "",
      ...said,
    })),
  };
}

/** Erases a member's reviews with both of their sides. */
export async function eraseReviews(tx: Tx, orgId: string, memberId: string): Promise<void> {
  const theirs = tx
    .select({ id: review.id })
    .from(review)
    .where(and(eq(review.orgId, orgId), eq(review.memberId, memberId)));
  const parts = tx
    .select({ id: reviewPart.id })
    .from(reviewPart)
    .where(and(eq(reviewPart.orgId, orgId), inArray(reviewPart.reviewId, theirs)));
  await tx
    .delete(reviewRating)
    .where(and(eq(reviewRating.orgId, orgId), inArray(reviewRating.partId, parts)));
  await tx
    .delete(reviewPart)
    .where(and(eq(reviewPart.orgId, orgId), inArray(reviewPart.reviewId, theirs)));
  await tx.delete(review).where(and(eq(review.orgId, orgId), eq(review.memberId, memberId)));
}

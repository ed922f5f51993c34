import { newId } from "@rubric/db";
import { reviewPart, reviewRating } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { expectationsOf, lockReview, sideOf } from "./access.ts";
import { whyNotReadSide, whyNotSubmitSide, whyNotWriteSide } from "./rules.ts";
import { tellPair } from "./tell.ts";
import type { ReviewView, SubmitReviewInput } from "./schemas.ts";
import { reviewView } from "./view.ts";

/**
 * Submits one's own side: it never changes. After the due date the other side may be open to its
 * author already, and it then counts in no comparison.
 */
export async function submitReview(
  ctx: CommandCtx,
  { reviewId, content }: z.infer<typeof SubmitReviewInput>,
): Promise<ReviewView> {
  const { line, facts } = await lockReview(ctx, reviewId);
  const side = sideOf(ctx);
  const rows = await expectationsOf(ctx, line.levelId);
  const known = new Set(rows.map(({ competencyId }) => competencyId));
  const rated = content.ratings.map(({ competencyId }) => competencyId);
  if (rated.some((id) => !known.has(id)) || new Set(rated).size < rated.length) {
    refuse("NOT_FOUND", {});
  }
  refuseIf(whyNotWriteSide(facts, side));
  refuseIf(whyNotSubmitSide(content, rows, ctx.limits));
  const others = side === "self" ? facts.submitted.manager : facts.submitted.self;
  const written = {
    draft: null,
    submittedAt: ctx.clock,
    summary: content.summary,
    afterReading: others !== null && whyNotReadSide(facts, ctx.clock) === null,
  };
  const [part] = await ctx.tx
    .insert(reviewPart)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      reviewId,
      side,
      authorId: requireMember(ctx).memberId,
      draftRevision: 0,
      ...written,
    })
    .onConflictDoUpdate({
      target: [reviewPart.orgId, reviewPart.reviewId, reviewPart.side, reviewPart.authorId],
      set: written,
    })
    .returning({ id: reviewPart.id });
  if (part === undefined) return refuse("REVIEW_SUBMITTED", {});
  const ratings = content.ratings.map((one) => ({ orgId: ctx.org.id, partId: part.id, ...one }));
  if (ratings.length > 0) await ctx.tx.insert(reviewRating).values(ratings);
  const { grows } = ctx.subject;
  if (others !== null && grows !== undefined) {
    await tellPair(ctx, "review.toCompare", grows, reviewId);
  }
  ctx.audit({
    subject: { kind: "review", id: reviewId },
    after: { side, state: "submitted", afterReading: written.afterReading },
  });
  return reviewView(ctx, reviewId);
}

import { review } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import type { ReviewView } from "./schemas.ts";
import { reviewView } from "./view.ts";

/** Ends an open review, with the words that say how. They stay out of the trail: it is the pair's. */
export async function endReview(
  ctx: CommandCtx,
  reviewId: string,
  state: "closed" | "cancelled",
  outcome: string,
): Promise<ReviewView> {
  const ended = await ctx.tx
    .update(review)
    .set({ state, outcome, closedAt: ctx.clock, closedBy: requireMember(ctx).memberId })
    .where(and(eq(review.orgId, ctx.org.id), eq(review.id, reviewId), eq(review.state, "open")))
    .returning({ id: review.id });
  if (ended.length === 0) refuse("REVIEW_CLOSED", { state });
  ctx.audit({
    subject: { kind: "review", id: reviewId },
    before: { state: "open" },
    after: { state },
  });
  return reviewView(ctx, reviewId);
}

import { review } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockReview } from "./access.ts";
import { whyNotAnswerReview } from "./rules.ts";
import type { AnswerReviewInput, ReviewView } from "./schemas.ts";
import { reviewView } from "./view.ts";

/** What the member says to how their review ended; their newest words stand. */
export async function answerReview(
  ctx: CommandCtx,
  { reviewId, answer }: z.infer<typeof AnswerReviewInput>,
): Promise<ReviewView> {
  const { facts } = await lockReview(ctx, reviewId);
  refuseIf(whyNotAnswerReview(facts));
  await ctx.tx
    .update(review)
    .set({ answer, answeredAt: ctx.clock })
    .where(and(eq(review.orgId, ctx.org.id), eq(review.id, reviewId)));
  ctx.audit({ subject: { kind: "review", id: reviewId }, after: { answered: true } });
  return reviewView(ctx, reviewId);
}

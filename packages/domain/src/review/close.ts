import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockReview } from "./access.ts";
import { endReview } from "./end.ts";
import { whyNotCloseReview } from "./rules.ts";
import { tellPair } from "./tell.ts";
import type { CloseReviewInput, ReviewView } from "./schemas.ts";

/** Closes a review that was compared, with what was agreed. */
export async function closeReview(
  ctx: CommandCtx,
  { reviewId, outcome }: z.infer<typeof CloseReviewInput>,
): Promise<ReviewView> {
  const { facts } = await lockReview(ctx, reviewId);
  refuseIf(whyNotCloseReview(facts, ctx.clock));
  const { grows } = ctx.subject;
  if (grows !== undefined) await tellPair(ctx, "review.closed", grows, reviewId);
  return endReview(ctx, reviewId, "closed", outcome);
}

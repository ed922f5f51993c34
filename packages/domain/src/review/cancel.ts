import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockReview } from "./access.ts";
import { endReview } from "./end.ts";
import { whyNotCancelReview } from "./rules.ts";
import type { CancelReviewInput, ReviewView } from "./schemas.ts";

/** Cancels an open review, with a reason; what was submitted stays sealed or open as it is. */
export async function cancelReview(
  ctx: CommandCtx,
  { reviewId, reason }: z.infer<typeof CancelReviewInput>,
): Promise<ReviewView> {
  const { facts } = await lockReview(ctx, reviewId);
  refuseIf(whyNotCancelReview(facts));
  return endReview(ctx, reviewId, "cancelled", reason);
}

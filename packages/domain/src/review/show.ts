import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import type { ReviewInput, ReviewView } from "./schemas.ts";
import { reviewView } from "./view.ts";

/** A review for one of its two people. */
export async function showReview(
  ctx: ReadCtx,
  input: z.infer<typeof ReviewInput>,
): Promise<ReviewView> {
  return reviewView(ctx, input.reviewId);
}

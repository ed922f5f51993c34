import { newId } from "@rubric/db";
import { reviewPart } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import { lockReview, ownPart, sideOf } from "./access.ts";
import { whyNotWriteSide } from "./rules.ts";
import type { ReviewDraftSavedView, SaveReviewDraftInput } from "./schemas.ts";

/** Keeps what was typed into one's own side so far; no audit entry (law 13). */
export async function saveReviewDraft(
  ctx: CommandCtx,
  { reviewId, revision, content }: z.infer<typeof SaveReviewDraftInput>,
): Promise<z.infer<typeof ReviewDraftSavedView>> {
  const { facts } = await lockReview(ctx, reviewId);
  const side = sideOf(ctx);
  const { memberId } = requireMember(ctx);
  refuseIf(whyNotWriteSide(facts, side));
  const own = await ownPart(ctx, reviewId, side, memberId);
  if ((own?.draftRevision ?? 0) !== revision) {
    refuse("DRAFT_OUTDATED", { revision: own?.draftRevision ?? 0 });
  }
  const typed = { draft: content, draftRevision: revision + 1, draftSavedAt: ctx.clock };
  if (own === null) {
    await ctx.tx.insert(reviewPart).values({
      orgId: ctx.org.id,
      id: newId(),
      reviewId,
      side,
      authorId: memberId,
      summary: "",
      afterReading: false,
      ...typed,
    });
  } else {
    await ctx.tx
      .update(reviewPart)
      .set(typed)
      .where(
        and(
          eq(reviewPart.orgId, ctx.org.id),
          eq(reviewPart.id, own.id),
          isNull(reviewPart.submittedAt),
        ),
      );
  }
  return { revision: revision + 1, savedAt: toInstant(ctx.clock) };
}

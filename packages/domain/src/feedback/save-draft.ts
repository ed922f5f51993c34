import { feedback } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { feedbackOf } from "./access.ts";
import { whyNotWriteFeedback } from "./rules.ts";
import type { FeedbackDraftSavedView, SaveFeedbackDraftInput } from "./schemas.ts";
import { judgedOn, writtenOn } from "./write.ts";

/**
 * Keeps what was typed so far, for whoever leads the job; no audit entry (law 13). What was typed
 * over an older revision is refused, so that two people do not write over each other.
 */
export async function saveFeedbackDraft(
  ctx: CommandCtx,
  { applicationId, revision, content }: z.infer<typeof SaveFeedbackDraftInput>,
): Promise<z.infer<typeof FeedbackDraftSavedView>> {
  const row = await lockApplication(ctx, applicationId);
  const own = (await feedbackOf(ctx.tx, ctx.org.id, [row.id])).get(row.id) ?? null;
  refuseIf(whyNotWriteFeedback(row.state, own && { sent: own.sentAt !== null }));
  writtenOn(content, await judgedOn(ctx, row));
  const saved = await ctx.tx
    .update(feedback)
    .set({ draft: content, draftRevision: revision + 1, draftSavedAt: ctx.clock })
    .where(
      and(
        eq(feedback.orgId, ctx.org.id),
        eq(feedback.applicationId, row.id),
        eq(feedback.draftRevision, revision),
        isNull(feedback.sentAt),
      ),
    )
    .returning({ id: feedback.applicationId });
  if (saved.length === 0) refuse("DRAFT_OUTDATED", { revision: own?.draftRevision ?? 0 });
  return { revision: revision + 1, savedAt: toInstant(ctx.clock) };
}

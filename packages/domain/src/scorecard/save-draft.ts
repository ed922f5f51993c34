import { scorecard } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { requireScorecard } from "./access.ts";
import { whyNotDraft, whyNotSave } from "./rules.ts";
import type { DraftSavedView, SaveScorecardDraftInput } from "./schemas.ts";

/** Keeps what the author has typed so far; no audit entry (law 13). A stale revision is refused. */
export async function saveScorecardDraft(
  ctx: CommandCtx,
  input: z.infer<typeof SaveScorecardDraftInput>,
): Promise<z.infer<typeof DraftSavedView>> {
  const { card } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  refuseIf(whyNotDraft(card.state));
  refuseIf(whyNotSave(input.revision, card.draftRevision));
  const revision = input.revision + 1;
  const saved = await ctx.tx
    .update(scorecard)
    .set({
      state: "draft",
      draft: input.content,
      draftRevision: revision,
      draftSavedAt: ctx.clock,
    })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.id, card.id),
        eq(scorecard.draftRevision, input.revision),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    )
    .returning({ id: scorecard.id });
  if (saved.length === 0) {
    const { card: now } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
    refuseIf(whyNotDraft(now.state));
    refuse("DRAFT_OUTDATED", { revision: now.draftRevision });
  }
  return { revision, savedAt: toInstant(ctx.clock) };
}

import { applicationStage, scorecard } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { requireScorecard } from "./access.ts";
import { whyNotDraft } from "./rules.ts";
import type { DraftSavedView, SaveScorecardDraftInput } from "./schemas.ts";

type Card = typeof scorecard.$inferSelect;

/**
 * Keeps what the author has typed so far; no audit entry (law 13). A stale revision is refused.
 * With `again` an excused author takes the scorecard up again while the stage is undecided.
 */
export async function saveScorecardDraft(
  ctx: CommandCtx,
  input: z.infer<typeof SaveScorecardDraftInput>,
): Promise<z.infer<typeof DraftSavedView>> {
  const { card } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  const again = input.again === true && card.state === "excused";
  const decided = again && (await isDecided(ctx, card));
  refuseIf(whyNotDraft(card.state, { again, decided }));
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
        inArray(scorecard.state, again ? ["excused"] : ["assigned", "draft"]),
      ),
    )
    .returning({ id: scorecard.id });
  if (saved.length === 0) {
    const { card: now } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
    refuseIf(whyNotDraft(now.state, { again, decided }));
    refuse("DRAFT_OUTDATED", { revision: now.draftRevision });
  }
  return { revision, savedAt: toInstant(ctx.clock) };
}

/** Whether the scorecard's stage is decided; with the application locked, so that it stays so. */
async function isDecided(ctx: CommandCtx, card: Card): Promise<boolean> {
  await lockApplication(ctx, card.applicationId);
  const [visit] = await ctx.tx
    .select({ decidedAt: applicationStage.decidedAt })
    .from(applicationStage)
    .where(
      and(
        eq(applicationStage.orgId, ctx.org.id),
        eq(applicationStage.applicationId, card.applicationId),
        eq(applicationStage.stageId, card.stageId),
      ),
    );
  return visit?.decidedAt != null;
}

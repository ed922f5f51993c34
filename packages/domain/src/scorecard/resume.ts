import { applicationStage, scorecard } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireScorecard } from "./access.ts";
import { whyNotResume } from "./rules.ts";
import type { ResumedView, ResumeScorecardInput } from "./schemas.ts";

/**
 * Lets an excused author go on after all, upon what they had typed, while the stage is undecided
 * (law 4). They owe again, so the stage waits for them and is sealed to them as before (law 1).
 */
export async function resumeScorecard(
  ctx: CommandCtx,
  input: z.infer<typeof ResumeScorecardInput>,
): Promise<z.infer<typeof ResumedView>> {
  const found = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  const { candidateId } = await lockApplication(ctx, found.card.applicationId);
  const { card, authorName } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  refuseIf(whyNotResume(card.state, await isDecided(ctx, card)));
  const written = await ctx.tx
    .update(scorecard)
    .set({ state: "draft", draftSavedAt: card.draftSavedAt ?? ctx.clock })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.id, card.id),
        eq(scorecard.state, "excused"),
      ),
    )
    .returning({ id: scorecard.id });
  if (written.length === 0) {
    const { card: now } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
    refuse("SCORECARD_NOT_EXCUSED", { state: now.state });
  }
  await recordEvent(ctx, card.applicationId, {
    kind: "scorecard.resumed",
    facts: { name: authorName },
  });
  ctx.audit({
    subject: { kind: "scorecard", id: card.id },
    before: { state: "excused", reason: card.excusedReason },
    after: { state: "draft" },
    candidateId,
  });
  return { scorecardId: card.id, state: "draft" };
}

/** Whether the scorecard's stage is decided; with the application locked, so that it stays so. */
async function isDecided(
  ctx: CommandCtx,
  card: { applicationId: string; stageId: string },
): Promise<boolean> {
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

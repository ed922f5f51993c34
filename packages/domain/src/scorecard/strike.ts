import {
  idempotency,
  scorecard,
  scorecardNote,
  scorecardRating,
  scorecardVersion,
  secondRating,
} from "@rubric/db/schema";
import { and, eq, like, or } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireScorecard } from "./access.ts";
import { whyNotCorrect } from "./rules.ts";
import type { StrikeScorecardInput, StruckView } from "./schemas.ts";

const WHY = {
  wrong_candidate: "Wrong candidate",
  unlawful_content: "Content that may not be held",
} as const satisfies Record<z.infer<typeof StrikeScorecardInput>["why"], string>;

/**
 * Strikes a submitted scorecard: author, time and reason stay, the text is gone from every
 * version, second rating and stored answer (law 3). Its stage misses it in the quorum until decided.
 */
export async function strikeScorecard(
  ctx: CommandCtx,
  input: z.infer<typeof StrikeScorecardInput>,
): Promise<z.infer<typeof StruckView>> {
  const found = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  const { candidateId } = await lockApplication(ctx, found.card.applicationId);
  const { card, authorName } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  refuseIf(whyNotCorrect(card.state));
  const reason = `${WHY[input.why]}: ${input.reason}`;
  const written = await ctx.tx
    .update(scorecard)
    .set({ state: "struck", draft: null, countsToQuorum: false })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.id, card.id),
        eq(scorecard.state, "submitted"),
      ),
    )
    .returning({ id: scorecard.id });
  if (written.length === 0) refuse("SCORECARD_NOT_SUBMITTED", { state: "struck" });
  await eraseText(ctx, card.id, candidateId, reason);
  await recordEvent(ctx, card.applicationId, {
    kind: "scorecard.struck",
    facts: { name: authorName, why: input.why },
  });
  ctx.audit({
    subject: { kind: "scorecard", id: card.id },
    before: { state: "submitted", version: card.version },
    after: { state: "struck", why: input.why, reason: input.reason },
    candidateId,
    sealed: { applicationId: card.applicationId, stageId: card.stageId },
  });
  return { scorecardId: card.id, state: "struck", reason };
}

async function eraseText(
  ctx: CommandCtx,
  scorecardId: string,
  candidateId: string,
  reason: string,
): Promise<void> {
  const { tx, org } = ctx;
  for (const table of [scorecardRating, scorecardNote, secondRating]) {
    await tx.delete(table).where(and(eq(table.orgId, org.id), eq(table.scorecardId, scorecardId)));
  }
  await tx
    .update(scorecardVersion)
    .set({
      summary: "",
      recommendation: null,
      struckAt: ctx.clock,
      struckBy: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
      struckReason: reason,
    })
    .where(and(eq(scorecardVersion.orgId, org.id), eq(scorecardVersion.scorecardId, scorecardId)));
  await tx
    .update(idempotency)
    .set({ answer: null })
    .where(
      and(
        eq(idempotency.orgId, org.id),
        eq(idempotency.candidateId, candidateId),
        or(like(idempotency.procedure, "scorecard.%"), like(idempotency.procedure, "debrief.%")),
      ),
    );
}

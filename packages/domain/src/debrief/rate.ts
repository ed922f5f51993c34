import { secondRating } from "@rubric/db/schema";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireScorecard } from "../scorecard/access.ts";
import { loadStage } from "./facts.ts";
import { ratedCards, secondOf } from "./ratings.ts";
import { whyNotRateAgain, whyNotSpeak } from "./rules.ts";
import type { DebriefView, RateAgainInput } from "./schemas.ts";
import { debriefView } from "./view.ts";

/** Sets one's own second rating beside the first one, as long as the debrief is open (law 5). */
export async function rateAgain(
  ctx: CommandCtx,
  input: z.infer<typeof RateAgainInput>,
): Promise<DebriefView> {
  const { card: found } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  const row = await lockApplication(ctx, found.applicationId);
  const { stageId } = found;
  const { facts, session } = await loadStage(ctx, row, stageId);
  refuseIf(whyNotSpeak(facts));
  const cards = await ratedCards(ctx.tx, ctx.org.id, { applicationId: row.id, stageId });
  const card = cards.find((one) => one.card.id === input.scorecardId);
  const first = card?.base?.ratings.find((one) => one.criterionId === input.criterionId);
  refuseIf(whyNotRateAgain({ rated: first !== undefined }));
  if (card === undefined || first === undefined) return refuse("SECOND_RATING_UNFOUNDED", {});
  if (session === null) return refuse("DEBRIEF_NOT_OPEN", { state: "none" });

  const said = { rating: input.rating, reason: input.reason, at: ctx.clock };
  const { scorecardId, criterionId } = input;
  await ctx.tx
    .insert(secondRating)
    .values({ orgId: ctx.org.id, debriefId: session.id, scorecardId, criterionId, ...said })
    .onConflictDoUpdate({
      target: [
        secondRating.orgId,
        secondRating.debriefId,
        secondRating.scorecardId,
        secondRating.criterionId,
      ],
      set: said,
    });
  ctx.audit({
    subject: { kind: "scorecard", id: scorecardId },
    before: { criterionId, rating: secondOf(card, criterionId)?.rating ?? first.rating },
    after: { criterionId, rating: input.rating, reason: input.reason, session: session.session },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId },
  });
  return debriefView(ctx, row.id, stageId);
}

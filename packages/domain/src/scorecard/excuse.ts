import { scorecard } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireScorecard } from "./access.ts";
import { noteOpened } from "./note-opened.ts";
import { whyNotExcuse } from "./rules.ts";
import type { ExcuseScorecardInput, ExcusedView } from "./schemas.ts";

const EXCUSES = {
  absent: "Absent",
  ill: "Ill",
  left: "Left the organization",
  conflict_found: "Conflict found",
  cut_short: "Interview cut short",
} as const satisfies Record<z.infer<typeof ExcuseScorecardInput>["why"], string>;

/** Excuses somebody else from a scorecard of an interview that was held (law 4). */
export async function excuseScorecard(
  ctx: CommandCtx,
  input: z.infer<typeof ExcuseScorecardInput>,
): Promise<z.infer<typeof ExcusedView>> {
  const found = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  const { candidateId } = await lockApplication(ctx, found.card.applicationId);
  const { card, interview, authorName } = await requireScorecard(
    ctx.tx,
    ctx.org.id,
    input.scorecardId,
  );
  const excuser = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  refuseIf(whyNotExcuse({ ...card, interview }, excuser, ctx.clock));
  const reason = `${EXCUSES[input.why]}: ${input.reason}`;

  const written = await ctx.tx
    .update(scorecard)
    .set({ state: "excused", excusedReason: reason, excusedBy: excuser })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.id, card.id),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    )
    .returning({ id: scorecard.id });
  if (written.length === 0) {
    const { card: now } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
    refuse("SCORECARD_LOCKED", { state: now.state });
  }
  const quorum = await noteOpened(ctx, card.applicationId, card.stageId);
  await recordEvent(ctx, card.applicationId, {
    kind: "scorecard.excused",
    // Not why: the timeline is read by who may not know of an illness.
    facts: { name: authorName },
  });
  ctx.audit({
    subject: { kind: "scorecard", id: card.id },
    before: { state: card.state },
    after: { state: "excused", why: input.why, reason: input.reason },
    candidateId,
  });
  return { scorecardId: card.id, state: "excused", reason, quorum };
}

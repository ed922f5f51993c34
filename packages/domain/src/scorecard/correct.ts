import { scorecard } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { kitCriteria, kitQuestionIds, requireScorecard } from "./access.ts";
import { contentDigest } from "./digest.ts";
import { noteOpened } from "./note-opened.ts";
import { readingBy } from "./reading-facts.ts";
import { countsToQuorum, whyNotCorrect, whyNotSubmit } from "./rules.ts";
import type { CorrectScorecardInput, ScorecardView } from "./schemas.ts";
import { scorecardView } from "./view.ts";
import { requireOfKit, writeVersion } from "./write-version.ts";

/**
 * Adds a version to one's own submitted scorecard, with a reason; the earlier ones stay (law 3).
 * Written after its author could read another's, it says so and changes nothing in the quorum.
 */
export async function correctScorecard(
  ctx: CommandCtx,
  input: z.infer<typeof CorrectScorecardInput>,
): Promise<ScorecardView> {
  const found = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  const { candidateId } = await lockApplication(ctx, found.card.applicationId);
  const { card, interview } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  refuseIf(whyNotCorrect(card.state));
  const criteria = await kitCriteria(ctx.tx, ctx.org.id, interview.planInterviewId);
  const questions = await kitQuestionIds(ctx.tx, ctx.org.id, interview.planInterviewId);
  requireOfKit(input.content, criteria, questions);
  refuseIf(whyNotSubmit(input.content, criteria, ctx.limits));
  const reading = await readingBy(ctx, candidateId, card.authorId);
  const number = card.version + 1;

  const written = await ctx.tx
    .update(scorecard)
    .set({
      version: number,
      authorReadAt: card.authorReadAt ?? reading?.at ?? null,
      countsToQuorum:
        reading === null
          ? countsToQuorum(input.content, criteria, ctx.limits)
          : card.countsToQuorum,
    })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.id, card.id),
        eq(scorecard.state, "submitted"),
        eq(scorecard.version, card.version),
      ),
    )
    .returning({ id: scorecard.id });
  if (written.length === 0) refuse("SCORECARD_NOT_SUBMITTED", { state: "changed meanwhile" });
  await writeVersion(ctx.tx, { orgId: ctx.org.id, scorecardId: card.id, number }, input.content, {
    reason: input.reason,
    submittedAt: ctx.clock,
    afterReading: reading !== null,
    readStages: reading?.stages ?? [],
  });
  await noteOpened(ctx, card.applicationId, card.stageId);
  await recordEvent(ctx, card.applicationId, {
    kind: "scorecard.corrected",
    facts: { version: number },
  });
  ctx.audit({
    subject: { kind: "scorecard", id: card.id },
    before: { version: card.version },
    after: { version: number, contentDigest: contentDigest(input.content) },
    candidateId,
    sealed: { applicationId: card.applicationId, stageId: card.stageId },
  });
  return scorecardView(ctx.tx, ctx.org.id, card.id);
}

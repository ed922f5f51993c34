import { type Given, prepared, put, together } from "@rubric/db";
import { scorecard } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { deny, Refused, refuseIf } from "../errors.ts";
import { contentDigest } from "./digest.ts";
import { kitCriteria, kitQuestionIds, requireScorecard } from "./access.ts";
import { noteOpened } from "./note-opened.ts";
import { readingBy } from "./reading-facts.ts";
import { countsToQuorum, whyNotSubmit, whyNotWrite, whyNotYet } from "./rules.ts";
import type { ScorecardView, SubmitScorecardInput } from "./schemas.ts";
import { scorecardView } from "./view.ts";
import { requireOfKit, writeVersion } from "./write-version.ts";

type Submitted = {
  orgId: string;
  scorecardId: string;
  at: Date;
  counts: boolean;
  authorReadAt: Date | null;
};
const markSubmitted = prepared((db, of: Given<Submitted>) =>
  db
    .update(scorecard)
    .set({
      state: "submitted",
      version: 1,
      submittedAt: put(scorecard.submittedAt, of.at),
      countsToQuorum: put(scorecard.countsToQuorum, of.counts),
      draft: null,
      authorReadAt: put(scorecard.authorReadAt, of.authorReadAt),
    })
    .where(
      and(
        eq(scorecard.orgId, of.orgId),
        eq(scorecard.id, of.scorecardId),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    )
    .returning({ id: scorecard.id }),
);

/** Submits one's own scorecard: from here on it is corrected, never changed (laws 2 and 3). */
export async function submitScorecard(
  ctx: CommandCtx,
  input: z.infer<typeof SubmitScorecardInput>,
): Promise<ScorecardView> {
  const found = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  const { candidateId } = await lockApplication(ctx, found.card.applicationId);
  const { card, interview } = await requireScorecard(ctx.tx, ctx.org.id, input.scorecardId);
  const [criteria, questions] = await together([
    kitCriteria(ctx.tx, ctx.org.id, interview.planInterviewId),
    kitQuestionIds(ctx.tx, ctx.org.id, interview.planInterviewId),
  ]);
  refuseIf(whyNotWrite(card.state));
  refuseIf(whyNotYet(interview, ctx.clock, ctx.limits));
  requireOfKit(input.content, criteria, questions);
  refuseIf(whyNotSubmit(input.content, criteria, ctx.limits));
  const reading = await readingBy(ctx, candidateId, card.authorId);

  const written = await markSubmitted(ctx.tx, {
    orgId: ctx.org.id,
    scorecardId: card.id,
    at: ctx.clock,
    counts: countsToQuorum(input.content, criteria, ctx.limits),
    authorReadAt: reading?.at ?? null,
  });
  if (written.length === 0) throw new Refused(deny("SCORECARD_LOCKED", { state: "submitted" }));
  await writeVersion(
    ctx.tx,
    { orgId: ctx.org.id, scorecardId: card.id, number: 1 },
    input.content,
    {
      reason: null,
      submittedAt: ctx.clock,
      afterReading: reading !== null,
      readStages: reading?.stages ?? [],
    },
  );
  await noteOpened(ctx, card.applicationId, card.stageId);
  await recordEvent(ctx, card.applicationId, { kind: "scorecard.submitted" });
  ctx.audit({
    subject: { kind: "scorecard", id: card.id },
    before: { state: card.state },
    after: { state: "submitted", version: 1, contentDigest: contentDigest(input.content) },
    candidateId,
    sealed: { applicationId: card.applicationId, stageId: card.stageId },
  });
  return scorecardView(ctx.tx, ctx.org.id, card.id);
}

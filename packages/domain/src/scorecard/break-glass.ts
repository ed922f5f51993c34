import { newId } from "@rubric/db";
import { breakGlass, scorecard, stage } from "@rubric/db/schema";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { whyNotBreakGlass } from "./rules.ts";
import type { BreakGlassInput, BrokenGlassView } from "./schemas.ts";
import { sealOf } from "./seal-facts.ts";
import { criteriaNames, openScorecards } from "./view.ts";

/**
 * Reads the sealed scorecards of a stage, with a reason that stays on each of them (law 1). What
 * its reader themselves still owes on the candidate then says that they had read.
 */
export async function breakTheGlass(
  ctx: CommandCtx,
  input: z.infer<typeof BreakGlassInput>,
): Promise<BrokenGlassView> {
  const { tx, org, actor } = ctx;
  if (actor.kind !== "member") return refuse("FORBIDDEN", {});
  const { candidateId } = await lockApplication(ctx, input.applicationId);
  const [found] = await tx
    .select({ name: stage.name })
    .from(stage)
    .where(and(eq(stage.orgId, org.id), eq(stage.id, input.stageId)));
  if (found === undefined) return refuse("NOT_FOUND", {});
  const seal = await sealOf(ctx, candidateId);
  const ofStage = and(
    eq(scorecard.orgId, org.id),
    eq(scorecard.applicationId, input.applicationId),
    eq(scorecard.stageId, input.stageId),
    eq(scorecard.state, "submitted"),
    ne(scorecard.authorId, actor.memberId),
  );
  const cards = await tx.select({ id: scorecard.id }).from(scorecard).where(ofStage);
  const sealed = seal.whyNot(input.applicationId, input.stageId) !== null;
  refuseIf(whyNotBreakGlass(sealed, cards.length));

  const id = newId();
  await tx.insert(breakGlass).values({
    orgId: org.id,
    id,
    applicationId: input.applicationId,
    stageId: input.stageId,
    memberId: actor.memberId,
    reason: input.reason,
    at: ctx.clock,
  });
  const owed = seal.seats
    .filter((seat) => seat.authorId === actor.memberId && seat.state !== "void")
    .map((seat) => seat.scorecardId);
  for (const scorecardId of owed) {
    await tx
      .update(scorecard)
      .set({ authorReadAt: ctx.clock })
      .where(
        and(
          eq(scorecard.orgId, org.id),
          eq(scorecard.id, scorecardId),
          isNull(scorecard.authorReadAt),
        ),
      );
  }
  await recordEvent(ctx, input.applicationId, {
    kind: "scorecard.glass_broken",
    facts: { stage: found.name },
  });
  ctx.audit({
    subject: { kind: "break_glass", id },
    after: {
      applicationId: input.applicationId,
      stage: found.name,
      reason: input.reason,
      scorecards: cards.map((card) => card.id),
    },
    candidateId,
  });
  const open = await openScorecards(
    tx,
    org.id,
    cards.map((card) => card.id),
  );
  return {
    stageId: input.stageId,
    name: found.name,
    criteria: await criteriaNames(tx, org.id, open),
    scorecards: open.map(({ stageId: _, ...card }) => card),
  };
}

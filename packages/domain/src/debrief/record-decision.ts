import { newId } from "@rubric/db";
import { decision, decisionGround, deviation } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { groundIds, planLevels } from "./criteria.ts";
import type { LoadedStage } from "./facts.ts";
import { ratedCards, recordOf } from "./ratings.ts";
import { type Grounds, isOtherLevel, whyNotGround } from "./rules.ts";
import { requireMember } from "../identity/access.ts";

type Written = Grounds & { reason: string };

/** Refuses a decision whose grounds do not hold (law 5). */
export async function requireGrounds(
  ctx: CommandCtx,
  { row, stage, facts }: LoadedStage,
  grounds: Grounds,
): Promise<void> {
  refuseIf(
    whyNotGround(grounds, {
      interviewed: facts.stage.interviewed,
      criterionIds: await groundIds(ctx.tx, ctx.org.id, {
        planId: stage.planId,
        applicationId: row.id,
      }),
      levels: await planLevels(ctx.tx, ctx.org.id, row.planId),
      jobLevelKey: facts.job.levelKey,
    }),
  );
}

/**
 * Writes a decision with its grounds, and with the ratings before and after the debrief: those of
 * its stage, for an offer those of the whole application. A rival's is refused by the index.
 */
export async function recordDecision(
  ctx: CommandCtx,
  { row, stage, facts }: LoadedStage,
  given: Written,
): Promise<string> {
  const orgId = ctx.org.id;
  const { memberId } = requireMember(ctx);
  const cards = await ratedCards(ctx.tx, orgId, {
    applicationId: row.id,
    stageId: given.kind === "offer" ? null : stage.id,
  });
  const { before, after } = recordOf(cards);
  const [written] = await ctx.tx
    .insert(decision)
    .values({
      orgId,
      id: newId(),
      applicationId: row.id,
      stageId: stage.id,
      kind: given.kind,
      state: "recorded",
      levelKey: given.levelKey,
      reason: given.reason,
      requirement: given.requirement.trim() === "" ? null : given.requirement.trim(),
      ratingsBefore: before,
      ratingsAfter: after,
      decidedBy: memberId,
      decidedAt: ctx.clock,
    })
    .onConflictDoNothing()
    .returning({ id: decision.id });
  if (written === undefined) return refuse("DECISION_TAKEN", { kind: "stage" });
  const criterionIds = [...new Set(given.criterionIds)];
  if (criterionIds.length > 0) {
    await ctx.tx
      .insert(decisionGround)
      .values(criterionIds.map((criterionId) => ({ orgId, decisionId: written.id, criterionId })));
  }
  if (isOtherLevel(given, facts.job.levelKey)) {
    await ctx.tx.insert(deviation).values({
      orgId,
      id: newId(),
      applicationId: row.id,
      kind: "level",
      reason: given.levelReason.trim(),
      memberId,
      at: ctx.clock,
    });
  }
  return written.id;
}

/** Takes a recorded decision out of force; false if another command did so before. */
export async function supersede(
  ctx: CommandCtx,
  decisionId: string,
  reversalReason: string,
): Promise<boolean> {
  const rows = await ctx.tx
    .update(decision)
    .set({ state: "superseded", reversalReason })
    .where(
      and(
        eq(decision.orgId, ctx.org.id),
        eq(decision.id, decisionId),
        eq(decision.state, "recorded"),
      ),
    )
    .returning({ id: decision.id });
  return rows.length === 1;
}

/** Says by which decision an earlier one was superseded. */
export async function linkSuperseded(ctx: CommandCtx, earlier: string, by: string): Promise<void> {
  await ctx.tx
    .update(decision)
    .set({ supersededBy: by })
    .where(and(eq(decision.orgId, ctx.org.id), eq(decision.id, earlier)));
}

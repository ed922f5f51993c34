import { applicationStage, decision } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { carryOut } from "./carry-out.ts";
import { type LoadedStage, loadStage } from "./facts.ts";
import { linkSuperseded, recordDecision, requireGrounds, supersede } from "./record-decision.ts";
import { whyNotDecide } from "./rules.ts";
import type { DebriefView, DecideInput } from "./schemas.ts";
import { debriefView } from "./view.ts";

/**
 * Decides the stage on merit: advance, reject or offer, once, on named grounds (laws 4, 5 and 7).
 * Of any number at once exactly one is recorded; the others meet the state it left.
 */
export async function decideStage(ctx: CommandCtx, input: DecideInput): Promise<DebriefView> {
  const row = await lockApplication(ctx, input.applicationId);
  const loaded = await loadStage(ctx, row, input.stageId);
  refuseIf(whyNotDecide(loaded.facts, input.kind, ctx.limits));
  await requireGrounds(ctx, loaded, input);

  const decided = await ctx.tx
    .update(applicationStage)
    .set({ decidedAt: ctx.clock })
    .where(
      and(
        eq(applicationStage.orgId, ctx.org.id),
        eq(applicationStage.applicationId, row.id),
        eq(applicationStage.stageId, input.stageId),
        isNull(applicationStage.decidedAt),
      ),
    )
    .returning({ stageId: applicationStage.stageId });
  if (decided.length === 0) refuse("DECISION_TAKEN", { kind: "stage" });
  const earlier = await fromEarlierVisit(ctx, loaded);
  const decisionId = await recordDecision(ctx, loaded, input);
  if (earlier !== null) await linkSuperseded(ctx, earlier, decisionId);
  await carryOut(ctx, loaded, input.kind);
  await recordEvent(ctx, row.id, {
    kind: "decision.recorded",
    sealed: true,
    facts: { stageId: input.stageId, decisionId, decision: input.kind },
  });
  ctx.audit({
    subject: { kind: "decision", id: decisionId },
    before: { application: row.state, stage: loaded.stage.name },
    after: { ...input, supersedes: earlier },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: input.stageId },
  });
  return debriefView(ctx, row.id, input.stageId);
}

/** A stage entered again is decided anew: what was decided on the earlier visit is superseded. */
async function fromEarlierVisit(
  ctx: CommandCtx,
  { row, stage }: LoadedStage,
): Promise<string | null> {
  const [earlier] = await ctx.tx
    .select({ id: decision.id })
    .from(decision)
    .where(
      and(
        eq(decision.orgId, ctx.org.id),
        eq(decision.applicationId, row.id),
        eq(decision.stageId, stage.id),
        eq(decision.state, "recorded"),
      ),
    );
  if (earlier === undefined) return null;
  await supersede(ctx, earlier.id, "The stage was entered again and decided anew.");
  return earlier.id;
}

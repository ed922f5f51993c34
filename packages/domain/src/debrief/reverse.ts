import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { carryOut } from "./carry-out.ts";
import { laterStageOf, requireDecision } from "./decisions.ts";
import { loadStage } from "./facts.ts";
import { linkSuperseded, recordDecision, requireGrounds, supersede } from "./record-decision.ts";
import { whyNotReverse } from "./rules.ts";
import type { DebriefView, ReverseDecisionInput } from "./schemas.ts";
import { debriefView } from "./view.ts";

/**
 * Reverses the latest decision by a new one with a reason; the earlier one stays as it was written
 * (law 5). Who was rejected or withdrew is active again where the new decision says so.
 */
export async function reverseDecision(
  ctx: CommandCtx,
  input: ReverseDecisionInput,
): Promise<DebriefView> {
  const row = await lockApplication(ctx, input.applicationId);
  const earlier = await requireDecision(ctx.tx, ctx.org.id, row.id, input.decisionId);
  const loaded = await loadStage(ctx, row, earlier.stageId);
  const laterStage = await laterStageOf(ctx.tx, ctx.org.id, earlier);
  refuseIf(whyNotReverse(loaded.facts, { ...earlier, laterStage }, input.kind, ctx.limits));
  await requireGrounds(ctx, loaded, input);

  if (!(await supersede(ctx, earlier.id, input.reversalReason))) {
    refuse("DECISION_SUPERSEDED", {});
  }
  const decisionId = await recordDecision(ctx, loaded, input);
  await linkSuperseded(ctx, earlier.id, decisionId);
  await carryOut(ctx, loaded, input.kind);
  await recordEvent(ctx, row.id, {
    kind: "decision.reversed",
    sealed: true,
    facts: { stageId: earlier.stageId, decisionId, decision: input.kind, earlier: earlier.kind },
  });
  ctx.audit({
    subject: { kind: "decision", id: decisionId },
    before: { decisionId: earlier.id, kind: earlier.kind, application: row.state },
    after: input,
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: earlier.stageId },
  });
  return debriefView(ctx, row.id, earlier.stageId);
}

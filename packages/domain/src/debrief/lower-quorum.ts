import { applicationStage } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { noteOpened } from "../scorecard/note-opened.ts";
import { loadStage } from "./facts.ts";
import { whyNotLowerQuorum } from "./rules.ts";
import type { DebriefView, LowerQuorumInput } from "./schemas.ts";
import { requireMember } from "../identity/access.ts";
import { debriefView } from "./view.ts";

/** Lowers the quorum of the application's stage, visibly and with a reason (law 4). */
export async function lowerQuorum(
  ctx: CommandCtx,
  input: z.infer<typeof LowerQuorumInput>,
): Promise<DebriefView> {
  const row = await lockApplication(ctx, input.applicationId);
  const { facts, visit } = await loadStage(ctx, row, input.stageId);
  refuseIf(whyNotLowerQuorum(facts, input.to));
  const lowered = await ctx.tx
    .update(applicationStage)
    .set({
      quorumLoweredTo: input.to,
      quorumReason: input.reason,
      quorumBy: requireMember(ctx).memberId,
    })
    .where(
      and(
        eq(applicationStage.orgId, ctx.org.id),
        eq(applicationStage.applicationId, row.id),
        eq(applicationStage.stageId, input.stageId),
        isNull(applicationStage.decidedAt),
      ),
    )
    .returning({ stageId: applicationStage.stageId });
  if (lowered.length === 0) refuse("DECISION_TAKEN", { kind: "stage" });
  await noteOpened(ctx, row.id, input.stageId);
  await recordEvent(ctx, row.id, {
    kind: "quorum.lowered",
    facts: { stageId: input.stageId, from: facts.quorum.needed, to: input.to },
  });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { needed: facts.quorum.needed, loweredTo: visit.quorumLoweredTo },
    after: { loweredTo: input.to, reason: input.reason },
    candidateId: row.candidateId,
  });
  return debriefView(ctx, row.id, input.stageId);
}

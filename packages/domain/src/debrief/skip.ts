import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { loadStage } from "./facts.ts";
import { whyNotSkip } from "./rules.ts";
import type { DebriefView, SkipDebriefInput } from "./schemas.ts";
import { beginSession } from "./session.ts";
import { debriefView } from "./view.ts";

/** Settles that a stage whose plan asks for no debrief has none. */
export async function skipDebrief(
  ctx: CommandCtx,
  input: z.infer<typeof SkipDebriefInput>,
): Promise<DebriefView> {
  const row = await lockApplication(ctx, input.applicationId);
  const loaded = await loadStage(ctx, row, input.stageId);
  refuseIf(whyNotSkip(loaded.facts));
  const begun = await beginSession(ctx, loaded, "not_held", input.reason);
  await recordEvent(ctx, row.id, {
    kind: "debrief.not_held",
    facts: { stageId: input.stageId },
  });
  ctx.audit({
    subject: { kind: "debrief", id: begun.id },
    after: { state: "not_held", stage: loaded.stage.name, reason: input.reason },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: input.stageId },
  });
  return debriefView(ctx, row.id, input.stageId);
}

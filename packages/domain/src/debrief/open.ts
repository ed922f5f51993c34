import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { loadStage } from "./facts.ts";
import { whyNotOpen } from "./rules.ts";
import type { DebriefView, OpenDebriefInput } from "./schemas.ts";
import { beginSession } from "./session.ts";
import { debriefView } from "./view.ts";

/** Opens the debrief of the application's stage once its quorum is in (law 4). */
export async function openDebrief(
  ctx: CommandCtx,
  input: z.infer<typeof OpenDebriefInput>,
): Promise<DebriefView> {
  const row = await lockApplication(ctx, input.applicationId);
  const loaded = await loadStage(ctx, row, input.stageId);
  refuseIf(whyNotOpen(loaded.facts));
  const begun = await beginSession(ctx, loaded, "open", null);
  await recordEvent(ctx, row.id, {
    kind: "debrief.opened",
    facts: { stageId: input.stageId, session: begun.session },
  });
  ctx.audit({
    subject: { kind: "debrief", id: begun.id },
    after: { state: "open", session: begun.session, stage: loaded.stage.name },
    candidateId: row.candidateId,
  });
  return debriefView(ctx, row.id, input.stageId);
}

import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { loadStage } from "./facts.ts";
import { whyNotReopen } from "./rules.ts";
import type { DebriefView, ReopenDebriefInput } from "./schemas.ts";
import { beginSession } from "./session.ts";
import { debriefView } from "./view.ts";

/** Opens a closed debrief again as a new session; the earlier one stays as it was (law 5). */
export async function reopenDebrief(
  ctx: CommandCtx,
  input: z.infer<typeof ReopenDebriefInput>,
): Promise<DebriefView> {
  const row = await lockApplication(ctx, input.applicationId);
  const loaded = await loadStage(ctx, row, input.stageId);
  refuseIf(whyNotReopen(loaded.facts));
  const begun = await beginSession(ctx, loaded, "open", input.reason);
  await recordEvent(ctx, row.id, {
    kind: "debrief.reopened",
    facts: { stageId: input.stageId, session: begun.session },
  });
  ctx.audit({
    subject: { kind: "debrief", id: begun.id },
    before: { session: begun.session - 1, state: "closed" },
    after: { session: begun.session, state: "open", reason: input.reason },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: input.stageId },
  });
  return debriefView(ctx, row.id, input.stageId);
}

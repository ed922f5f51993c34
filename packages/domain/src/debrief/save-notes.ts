import { debrief } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { loadStage } from "./facts.ts";
import { whyNotSaveNotes, whyNotSpeak } from "./rules.ts";
import type { DebriefView, SaveDebriefNotesInput } from "./schemas.ts";
import { debriefView } from "./view.ts";

/** Keeps what was said in the open session; refused if somebody else changed it meanwhile. */
export async function saveDebriefNotes(
  ctx: CommandCtx,
  input: z.infer<typeof SaveDebriefNotesInput>,
): Promise<DebriefView> {
  const row = await lockApplication(ctx, input.applicationId);
  const { facts, session } = await loadStage(ctx, row, input.stageId);
  refuseIf(whyNotSpeak(facts));
  refuseIf(whyNotSaveNotes(input.previous, session?.notes ?? ""));
  const [saved] = await ctx.tx
    .update(debrief)
    .set({ notes: input.notes })
    .where(
      and(
        eq(debrief.orgId, ctx.org.id),
        eq(debrief.applicationId, row.id),
        eq(debrief.stageId, input.stageId),
        eq(debrief.session, session?.session ?? 0),
        eq(debrief.state, "open"),
        eq(debrief.notes, input.previous),
      ),
    )
    .returning({ id: debrief.id });
  if (saved === undefined) return refuse("NOTES_OUTDATED", {});
  ctx.audit({
    subject: { kind: "debrief", id: saved.id },
    before: { notes: input.previous },
    after: { notes: input.notes },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: input.stageId },
  });
  return debriefView(ctx, row.id, input.stageId);
}

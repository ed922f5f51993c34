import { newId } from "@rubric/db";
import { note } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { conflictOf } from "../may.ts";
import { lockApplication } from "./access.ts";
import type { AddNoteInput, ApplicationView } from "./schemas.ts";
import { showApplication } from "./show.ts";

/**
 * Adds a note: logistics, open to the team, or assessment, sealed like a scorecard of the stage
 * (law 1). Who keeps away from the candidate writes no assessment (law 7).
 */
export async function addNote(
  ctx: CommandCtx,
  input: z.infer<typeof AddNoteInput>,
): Promise<ApplicationView> {
  const { memberId } = requireMember(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const assessment = input.kind === "assessment";
  if (assessment) refuseIf(await conflictOf(ctx, row.candidateId));
  const id = newId();
  await ctx.tx.insert(note).values({
    orgId: ctx.org.id,
    id,
    applicationId: row.id,
    stageId: row.stageId,
    authorId: memberId,
    kind: input.kind,
    text: input.text.trim(),
    createdAt: ctx.clock,
  });
  ctx.audit({
    subject: { kind: "note", id },
    after: { applicationId: row.id, kind: input.kind, text: input.text.trim() },
    candidateId: row.candidateId,
    sealed: assessment ? { applicationId: row.id, stageId: row.stageId } : undefined,
  });
  return showApplication(ctx, input);
}

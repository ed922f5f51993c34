import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { relate } from "./person.ts";
import { tellRecruiters } from "./recruiters.ts";
import type { DeclareRelationInput } from "./schemas.ts";

/** Declares that one knows the candidate: one takes no part in judging them from here on (law 7). */
export async function declareRelation(
  ctx: CommandCtx,
  input: z.infer<typeof DeclareRelationInput>,
): Promise<{ done: true }> {
  const { memberId } = requireMember(ctx);
  const { id, candidateId, jobId } = await lockApplication(ctx, input.applicationId);
  const { note } = input;
  const fresh = await relate(ctx, { candidateId, memberId, kind: "relation", note });
  if (!fresh) return refuse("RELATION_DECLARED", {});
  await recordEvent(ctx, id, { kind: "relation.declared" });
  const about = { jobId, applicationId: id };
  await tellRecruiters(ctx, about, "candidate.relationDeclared", memberId);
  ctx.audit({
    subject: { kind: "candidate", id: candidateId },
    after: { relation: "relation", memberId, applicationId: id },
    candidateId,
  });
  return { done: true };
}

import type { CommandCtx } from "../context.ts";
import { requestErasure } from "../retention/request-erasure.ts";
import { ownView, requireCandidate } from "./own.ts";
import type { OwnView } from "./schemas.ts";

/** Asks for everything about oneself to be deleted; what runs is withdrawn first (law 10). */
export async function askErasure(ctx: CommandCtx): Promise<OwnView> {
  const candidateId = requireCandidate(ctx);
  const asked = await requestErasure(ctx, candidateId, "candidate");
  ctx.audit({
    subject: { kind: "candidate", id: candidateId },
    after: { erasureId: asked.id },
    candidateId,
  });
  return ownView(ctx);
}

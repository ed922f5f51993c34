import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requestErasure } from "./request-erasure.ts";
import type { EraseInput, ErasureView } from "./schemas.ts";

/** Has a person erased everywhere; the job does it within a minute or so (law 10). */
export async function erase(
  ctx: CommandCtx,
  input: z.infer<typeof EraseInput>,
): Promise<ErasureView> {
  const asked = await requestErasure(ctx, input.candidateId, "admin");
  ctx.audit({
    subject: { kind: "candidate", id: input.candidateId },
    after: { erasureId: asked.id, reason: input.reason },
    candidateId: input.candidateId,
  });
  return asked;
}

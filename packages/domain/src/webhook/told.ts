import { applicationFacts } from "./facts.ts";
import { emit, type EmitCtx } from "./emit.ts";

/** Tells of a rejection, now that its candidate was told; nothing if it was taken back. */
export async function emitRejected(ctx: EmitCtx, applicationId: string): Promise<void> {
  await emit(ctx, ["application.ended"], async () => {
    const { state, candidateId, jobId, stageId } = await applicationFacts(ctx, applicationId);
    if (state !== "rejected") return null;
    const data = { applicationId, candidateId, jobId, stageId, outcome: "rejected" } as const;
    return { name: "application.ended", data };
  });
}

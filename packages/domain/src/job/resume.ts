import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { changeState, tellCandidates } from "./change-state.ts";
import { whyNotMoveJob } from "./rules.ts";
import type { JobReasonInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";

/** on hold → open: the candidates are told; the post is published anew by the recruiter. */
export async function resumeJob(
  ctx: CommandCtx,
  input: z.infer<typeof JobReasonInput>,
): Promise<JobView> {
  const row = await lockJob(ctx, input.jobId);
  refuseIf(whyNotMoveJob("resume", row.state));
  await changeState(ctx, row, "resume", { stateReason: input.reason });
  const told = await tellCandidates(ctx, row.id, "job.resumed");
  ctx.audit({
    subject: { kind: "job", id: row.id },
    before: { state: row.state },
    after: { state: "open", reason: input.reason, told },
  });
  return jobView(ctx, row.id);
}

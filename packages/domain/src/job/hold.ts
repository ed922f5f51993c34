import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { changeState, tellCandidates } from "./change-state.ts";
import { takeDownPosts } from "./posts.ts";
import { whyNotMoveJob } from "./rules.ts";
import type { JobReasonInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";

/** open → on hold: the post comes down and the candidates are told. */
export async function holdJob(
  ctx: CommandCtx,
  input: z.infer<typeof JobReasonInput>,
): Promise<JobView> {
  const row = await lockJob(ctx, input.jobId);
  refuseIf(whyNotMoveJob("hold", row.state));
  await changeState(ctx, row, "hold", { stateReason: input.reason });
  const posts = await takeDownPosts(ctx, row.id, "The job is on hold.");
  const told = await tellCandidates(ctx, row.id, "job.onHold");
  ctx.audit({
    subject: { kind: "job", id: row.id },
    before: { state: row.state },
    after: { state: "on_hold", reason: input.reason, unpublished: posts, told },
  });
  return jobView(ctx, row.id);
}

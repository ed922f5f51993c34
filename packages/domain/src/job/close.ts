import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { voidOfJob } from "../deadline/end.ts";
import { refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { changeState } from "./change-state.ts";
import { takeDownPosts } from "./posts.ts";
import { whyNotClose } from "./rules.ts";
import { runningOf } from "./running.ts";
import type { JobReasonInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";

/** open, on hold → closed, once no offer is out and each application has ended. */
export async function closeJob(
  ctx: CommandCtx,
  input: z.infer<typeof JobReasonInput>,
): Promise<JobView> {
  const row = await lockJob(ctx, input.jobId);
  refuseIf(whyNotClose(row.state, await runningOf(ctx.tx, ctx.org.id, row.id)));
  await changeState(ctx, row, "close", { stateReason: input.reason, closedAt: ctx.clock });
  await voidOfJob(ctx, row.id);
  const posts = await takeDownPosts(ctx, row.id, "The job is closed.");
  ctx.audit({
    subject: { kind: "job", id: row.id },
    before: { state: row.state },
    after: { state: "closed", reason: input.reason, unpublished: posts },
  });
  return jobView(ctx, row.id);
}

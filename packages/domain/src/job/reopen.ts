import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { changeState } from "./change-state.ts";
import { readyFacts } from "./ready.ts";
import { whyNotReopen } from "./rules.ts";
import type { JobReasonInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";

/** closed → open, with a reason and a seat to fill; what was pinned stays pinned (law 6). */
export async function reopenJob(
  ctx: CommandCtx,
  input: z.infer<typeof JobReasonInput>,
): Promise<JobView> {
  const row = await lockJob(ctx, input.jobId);
  const { openOpenings } = await readyFacts(ctx, row.id);
  refuseIf(whyNotReopen(row.state, openOpenings));
  await changeState(ctx, row, "reopen", { stateReason: input.reason, closedAt: null });
  ctx.audit({
    subject: { kind: "job", id: row.id },
    before: { state: row.state },
    after: { state: "open", reason: input.reason },
  });
  return jobView(ctx, row.id);
}

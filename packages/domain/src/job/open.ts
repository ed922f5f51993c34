import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { changeState } from "./change-state.ts";
import { readyFacts } from "./ready.ts";
import { whyNotOpen } from "./rules.ts";
import type { JobInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";

/** draft → open, once rubric, plan, recruiter, hiring manager and an opening are there. */
export async function openJob(ctx: CommandCtx, input: z.infer<typeof JobInput>): Promise<JobView> {
  const row = await lockJob(ctx, input.jobId);
  refuseIf(whyNotOpen(row.state, await readyFacts(ctx, row.id)));
  await changeState(ctx, row, "open", { stateReason: null, openedAt: ctx.clock });
  ctx.audit({
    subject: { kind: "job", id: row.id },
    before: { state: row.state },
    after: { state: "open" },
  });
  return jobView(ctx, row.id);
}

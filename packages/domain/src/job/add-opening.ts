import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requisitionRequiredRule } from "../requisition/required.ts";
import { addSeats } from "../requisition/seats.ts";
import { lockJob } from "./access.ts";
import type { JobInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";

/** Adds an open seat to a job, where no requisition is required for it. */
export async function addOpening(
  ctx: CommandCtx,
  input: z.infer<typeof JobInput>,
): Promise<JobView> {
  const { id: jobId, locations } = await lockJob(ctx, input.jobId);
  ctx.policy.judge(requisitionRequiredRule, { approved: false }, { regions: locations });
  const [added] = await addSeats(ctx, jobId, 1, { state: "open" });
  if (added === undefined) throw new Error(`No opening was added to the job ${jobId}.`);
  const { id, number } = added;
  ctx.audit({ subject: { kind: "opening", id }, after: { jobId, number, state: "open" } });
  return jobView(ctx, jobId);
}

import { job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { requireLevel } from "./create.ts";
import { currentPlan } from "./plan/access.ts";
import { whyNotChangeJob } from "./rules.ts";
import { refusePayHistoryIn } from "./salary-history.ts";
import { JobHead, type JobView, type UpdateJobInput } from "./schemas.ts";
import { jobView } from "./show.ts";

/** Changes what a job is called, where and how it is done, and who may see it. */
export async function updateJob(
  ctx: CommandCtx,
  input: z.infer<typeof UpdateJobInput>,
): Promise<JobView> {
  const before = await lockJob(ctx, input.jobId);
  refuseIf(whyNotChangeJob(before.state));
  await requireLevel(ctx, before.frameworkId, input.levelKey);
  const plan = await currentPlan(ctx.tx, ctx.org.id, before.id);
  if (plan !== null) await refusePayHistoryIn(ctx, input.locations, plan.id);
  const { jobId, ...head } = input;
  await ctx.tx
    .update(job)
    .set(head)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, jobId)));
  ctx.audit({
    subject: { kind: "job", id: jobId },
    before: JobHead.strip().parse(before),
    after: head,
  });
  return jobView(ctx, jobId);
}

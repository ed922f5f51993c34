import { job, type Intake } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { lockJob } from "./access.ts";
import { whyNotChangeJob, whyNotTasks } from "./rules.ts";
import type { JobView, TickTasksInput } from "./schemas.ts";
import { jobView } from "./show.ts";
import { TASKS } from "./tasks.ts";

/** Keeps which tasks the actor sees in the role, and the experience to ask for. */
export async function tickTasks(
  ctx: CommandCtx,
  input: z.infer<typeof TickTasksInput>,
): Promise<JobView> {
  const row = await lockJob(ctx, input.jobId);
  refuseIf(whyNotChangeJob(row.state));
  const known = TASKS.map((task) => task.key);
  refuseIf(whyNotTasks(input.tasks, known));
  const { memberId } = requireMember(ctx);
  const tasks = TASKS.map(({ key }) => {
    const others = row.intake.tasks.find((task) => task.key === key)?.by ?? [];
    const by = others.filter((id) => id !== memberId);
    return { key, by: input.tasks.includes(key) ? [...by, memberId] : by };
  }).filter((task) => task.by.length > 0);
  const intake: Intake = { tasks, experience: input.experience };
  await ctx.tx
    .update(job)
    .set({ intake })
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, row.id)));
  ctx.audit({
    subject: { kind: "job", id: row.id },
    before: { intake: row.intake },
    after: { intake },
  });
  return jobView(ctx, row.id);
}

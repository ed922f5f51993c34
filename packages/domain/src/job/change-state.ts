import { application, job } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { JobDetails } from "./access.ts";
import { JOB_MOVES, type JobCommand } from "./rules.ts";

/** Takes a locked job to the state a command leads to; whoever lost the race is told the state. */
export async function changeState(
  ctx: Pick<CommandCtx, "tx" | "org">,
  row: JobDetails,
  command: JobCommand,
  set: { stateReason: string | null; openedAt?: Date; closedAt?: Date | null },
): Promise<void> {
  const { from, to } = JOB_MOVES[command];
  const changed = await ctx.tx
    .update(job)
    .set({ state: to, ...set })
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, row.id), inArray(job.state, [...from])))
    .returning({ id: job.id });
  if (changed.length === 0) refuse("JOB_STATE", { state: row.state });
}

/** Tells everyone with a running application what became of the job (law 11). */
export async function tellCandidates(
  ctx: CommandCtx,
  jobId: string,
  template: "job.onHold" | "job.resumed",
): Promise<number> {
  const rows = await ctx.tx
    .select({ id: application.id, candidateId: application.candidateId })
    .from(application)
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.jobId, jobId),
        inArray(application.state, ["active", "on_hold"]),
      ),
    );
  for (const { id, candidateId } of rows) {
    await queueMail(ctx, {
      template,
      recipient: "candidate",
      recipientId: candidateId,
      subjectId: id,
    });
  }
  return rows.length;
}

import { planMove } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { lockJob } from "./access.ts";
import { askedMove } from "./pins.ts";
import { currentPlan } from "./plan/access.ts";
import { type ApplicationRow, lockStrays, moveToPlan, sameStage, stagesOf } from "./plan/move.ts";
import { replanStage } from "./plan/replan.ts";
import { whyNotChangeJob, whyNotMovePinned } from "./rules.ts";
import type { JobInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";
import { whyNotLoseStage } from "./plan/draft-rules.ts";

/** Moves all pinned applications of the job to its current plan, as someone else asked (law 6). */
export async function movePinned(
  ctx: CommandCtx,
  input: z.infer<typeof JobInput>,
): Promise<JobView> {
  const job = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  const { memberId } = requireMember(ctx);
  refuseIf(whyNotChangeJob(job.state));
  const asked = await askedMove(ctx.tx, orgId, job.id);
  const current = await currentPlan(ctx.tx, orgId, job.id);
  if (asked === null || current === null) return refuse("MOVE_NOT_ASKED", {});
  const rows = await lockStrays(ctx, job.id, current.id, "pinned");
  const asker = { byId: asked.move.askedBy, by: asked.by };
  refuseIf(whyNotMovePinned({ pinned: rows.length, asked: asker }, memberId));
  await refuseLostStages(ctx, rows, current.id);
  await moveToPlan(ctx, rows, current.id);
  for (const row of rows) {
    await recordEvent(ctx, row.id, {
      kind: "application.plan_moved",
      facts: { plan: current.number, text: asked.move.reason },
    });
  }
  await replanAll(ctx, rows, current.id);
  const done = await ctx.tx
    .update(planMove)
    .set({ state: "done", doneBy: memberId, doneAt: ctx.clock, moved: rows.length })
    .where(
      and(eq(planMove.orgId, orgId), eq(planMove.id, asked.move.id), eq(planMove.state, "asked")),
    )
    .returning({ id: planMove.id });
  if (done.length === 0) return refuse("MOVE_NOT_ASKED", {});
  ctx.audit({
    subject: { kind: "job", id: job.id },
    before: { applications: rows.map(({ id, planId }) => ({ id, planId })) },
    after: {
      planId: current.id,
      plan: current.number,
      reason: asked.move.reason,
      askedBy: asked.move.askedBy,
    },
  });
  return jobView(ctx, job.id);
}

async function refuseLostStages(
  ctx: CommandCtx,
  rows: readonly ApplicationRow[],
  planId: string,
): Promise<void> {
  const target = await stagesOf(ctx, [planId]);
  const sources = await stagesOf(ctx, [...new Set(rows.map((row) => row.planId))]);
  const stages = sources.map((source) => ({
    name: source.name,
    applications: rows.filter((row) => row.stageId === source.id).length,
    there: sameStage(source, target) !== undefined,
  }));
  refuseIf(whyNotLoseStage(stages));
}

async function replanAll(
  ctx: CommandCtx,
  rows: readonly ApplicationRow[],
  planId: string,
): Promise<void> {
  const target = await stagesOf(ctx, [planId]);
  const sources = await stagesOf(ctx, [...new Set(rows.map((row) => row.planId))]);
  for (const row of rows) {
    const source = sources.find((one) => one.id === row.stageId);
    const stage = source && sameStage(source, target);
    if (stage?.kind === "interview") await replanStage(ctx, row.id, stage.id);
  }
}

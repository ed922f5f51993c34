import { newId } from "@rubric/db";
import { application, job, plan, stage } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { nextWord, visitStage } from "./enter-stage.ts";
import { planInterviews } from "./plan-interviews.ts";
import { recordEvent } from "./record-event.ts";
import type { ApplicationRow } from "./rows.ts";
import { whyNotEnter } from "./rules.ts";

export type Start = Pick<ApplicationRow, "candidateId" | "jobId" | "source"> &
  Partial<
    Pick<
      ApplicationRow,
      "referredBy" | "postId" | "cvFileId" | "transferredFrom" | "answers" | "provenAt"
    >
  >;

/** The job of an application to come, held open until the command's end; JOB_NOT_OPEN, NOT_FOUND. */
export async function requireOpenJob(
  ctx: Pick<CommandCtx, "tx" | "org">,
  jobId: string,
): Promise<typeof job.$inferSelect> {
  const [found] = await ctx.tx
    .select()
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, jobId)))
    .for("share");
  if (found === undefined) return refuse("NOT_FOUND", {});
  refuseIf(whyNotEnter(found.state));
  return found;
}

/**
 * Starts an application in the first stage of the job's current plan, or returns null if this
 * candidate has an active one there: of any number at once exactly one starts. Ask
 * `requireOpenJob` first.
 */
export async function startApplication(
  ctx: CommandCtx,
  start: Start,
): Promise<ApplicationRow | null> {
  const [first] = await ctx.tx
    .select({ stage })
    .from(stage)
    .innerJoin(plan, and(eq(plan.orgId, stage.orgId), eq(plan.id, stage.planId)))
    .where(and(eq(plan.orgId, ctx.org.id), eq(plan.jobId, start.jobId), eq(plan.state, "current")))
    .orderBy(asc(stage.position))
    .limit(1);
  if (first === undefined) return refuse("JOB_NOT_OPEN", { state: "draft" });
  const [row] = await ctx.tx
    .insert(application)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      planId: first.stage.planId,
      stageId: first.stage.id,
      pinnedAt: first.stage.kind === "interview" ? ctx.clock : null,
      state: "active",
      answers: [],
      ...start,
      nextWordAt: nextWord(ctx.clock, first.stage),
      createdAt: ctx.clock,
      enteredStageAt: ctx.clock,
    })
    .onConflictDoNothing()
    .returning();
  if (row === undefined) return null;
  await visitStage(ctx, row.id, first.stage);
  await planInterviews(ctx, row.id, first.stage);
  await recordEvent(ctx, row.id, {
    kind: "application.started",
    facts: { source: row.source, stageId: row.stageId, stage: first.stage.name },
  });
  return row;
}

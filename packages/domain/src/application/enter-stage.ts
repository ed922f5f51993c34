import { application, applicationStage } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { deny, Refused } from "../errors.ts";
import { cancelInterviews } from "./cancel-interviews.ts";
import { planInterviews } from "./plan-interviews.ts";
import { recordEvent } from "./record-event.ts";
import type { ApplicationRow, StageRow } from "./rows.ts";

const DAY = 86_400_000;

/**
 * Takes an active, locked application into a stage: pins it at its first interview stage (law 6),
 * plans the stage's interviews, cancels those of the stage it leaves that have not begun, and
 * promises the next word within the stage's answer days (law 11). A stage entered again is
 * undecided again. The caller queues the e-mail to the candidate. APPLICATION_STATE if the
 * application is not active in the stage where the caller saw it.
 */
export async function enterStage(
  ctx: CommandCtx,
  row: ApplicationRow,
  stage: StageRow,
): Promise<void> {
  const moved = await ctx.tx
    .update(application)
    .set({
      stageId: stage.id,
      planId: stage.planId,
      pinnedAt: row.pinnedAt ?? (stage.kind === "interview" ? ctx.clock : null),
      enteredStageAt: ctx.clock,
      nextWordAt: nextWord(ctx.clock, stage),
    })
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.id, row.id),
        eq(application.state, "active"),
        eq(application.stageId, row.stageId),
      ),
    )
    .returning({ id: application.id });
  if (moved.length === 0) throw new Refused(deny("APPLICATION_STATE", { state: row.state }));
  await visitStage(ctx, row.id, stage);
  await cancelInterviews(
    ctx,
    { applicationId: row.id, candidateId: row.candidateId, stageId: row.stageId },
    "The application moved to another stage.",
  );
  await planInterviews(ctx, row.id, stage);
  await recordEvent(ctx, row.id, {
    kind: "application.stage_entered",
    facts: { stageId: stage.id, stage: stage.name, fromStageId: row.stageId },
  });
}

/** Keeps that the application is in the stage since now, undecided. */
export async function visitStage(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  applicationId: string,
  stage: Pick<StageRow, "id">,
): Promise<void> {
  const visit = { enteredAt: ctx.clock, decidedAt: null };
  await ctx.tx
    .insert(applicationStage)
    .values({ orgId: ctx.org.id, applicationId, stageId: stage.id, ...visit })
    .onConflictDoUpdate({
      target: [applicationStage.orgId, applicationStage.applicationId, applicationStage.stageId],
      set: visit,
    });
}

/** When the candidate hears from us at the latest. */
export function nextWord(from: Date, stage: Pick<StageRow, "answerDays">): Date {
  return new Date(from.getTime() + stage.answerDays * DAY);
}

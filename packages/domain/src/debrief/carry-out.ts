import { violatedConstraint } from "@rubric/db";
import { application } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { endApplication } from "../application/end-application.ts";
import { enterStage, nextWord } from "../application/enter-stage.ts";
import { knownTo } from "../application/known.ts";
import { planInterviews } from "../application/plan-interviews.ts";
import { recordEvent } from "../application/record-event.ts";
import { keepRejectionMail } from "../application/rejection-mail.ts";
import type { ApplicationRow, StageRow } from "../application/rows.ts";
import type { CommandCtx } from "../context.ts";
import { deny, Refused, refuse } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { LoadedStage } from "./facts.ts";
import type { DecisionKind } from "./schemas.ts";

/**
 * Does to the application what a decision says: reject ends it and tells the candidate after the
 * policy's delay; advance enters the next stage and tells them at once; a decision to offer enters
 * the offer stage. An ended application that goes on is active again, and its retention restarts.
 */
export async function carryOut(
  ctx: CommandCtx,
  { row, stage, plan, next }: LoadedStage,
  kind: DecisionKind,
): Promise<void> {
  if (kind === "reject") return reject(ctx, row);
  const ended = row.state === "rejected" || row.state === "withdrawn";
  const at = plan.find((one) => one.id === row.stageId) ?? stage;
  const active = ended ? await takeUp(ctx, row, at) : row;
  const target = kind === "advance" || next?.kind === "offer" ? next : null;
  if (target !== null && at.position < target.position) {
    await enterStage(ctx, active, target);
  } else if (ended) {
    await planInterviews(ctx, row.id, at);
  } else {
    return;
  }
  if (kind === "advance") {
    await queueMail(ctx, {
      template: "application.advanced",
      recipient: "candidate",
      recipientId: row.candidateId,
      subjectId: row.id,
    });
  }
}

async function reject(ctx: CommandCtx, row: ApplicationRow): Promise<void> {
  if (row.state !== "active" && row.state !== "on_hold") return;
  const sendAfter = await endApplication(ctx, row, "rejected", "merit");
  await queueMail(ctx, {
    template: "application.rejected",
    recipient: "candidate",
    recipientId: row.candidateId,
    subjectId: row.id,
    sendAfter,
  });
}

async function takeUp(ctx: CommandCtx, row: ApplicationRow, at: StageRow): Promise<ApplicationRow> {
  // What was promised stays promised to who was never told that it ended.
  const known = (await knownTo(ctx, [row]))(row);
  const promised = known.told ? null : known.nextWordAt;
  const [active] = await ctx.tx
    .update(application)
    .set({
      state: "active",
      stateReason: null,
      endedAt: null,
      enteredStageAt: ctx.clock,
      nextWordAt: promised ?? nextWord(ctx.clock, at),
    })
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.id, row.id),
        inArray(application.state, ["rejected", "withdrawn"]),
      ),
    )
    .returning()
    .catch((error: unknown) => {
      if (violatedConstraint(error) !== "application_active_key") throw error;
      throw new Refused(deny("ACTIVE_APPLICATION", {}));
    });
  if (active === undefined) return refuse("APPLICATION_STATE", { state: row.state });
  await keepRejectionMail(ctx, row.id);
  await recordEvent(ctx, row.id, {
    kind: "application.taken_up",
    facts: { from: row.state, stageId: row.stageId },
  });
  return active;
}

import { newId } from "@rubric/db";
import { deviation, job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { lockApplication } from "./access.ts";
import { enterStage } from "./enter-stage.ts";
import { placeOne } from "./placed.ts";
import { recordEvent } from "./record-event.ts";
import { howToMove, whyNotMove } from "./rules.ts";
import type { ApplicationView, MoveApplicationInput } from "./schemas.ts";
import { showApplication } from "./show.ts";

/** Skips a stage or goes back to one: a deviation with a reason, never a decision on merit (law 6). */
export async function moveApplication(
  ctx: CommandCtx,
  input: z.infer<typeof MoveApplicationInput>,
): Promise<ApplicationView> {
  const { memberId } = requireMember(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const [of] = await ctx.tx
    .select()
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, row.jobId)));
  if (of === undefined) return refuse("NOT_FOUND", {});
  const at = await placeOne(ctx, of, row);
  const to = at.plan.find((one) => one.id === input.toStageId) ?? refuse("NOT_FOUND", {});
  const from = { ...at.stage, begun: at.begun };
  refuseIf(
    whyNotMove({
      state: row.state,
      offerOut: at.facts.offerOut,
      from,
      to,
      next: at.next,
      seenIn: input.fromStageId,
    }),
  );
  const how = howToMove(from, to, at.next) === "back" ? "back" : "skip";
  await enterStage(ctx, row, to);
  await ctx.tx.insert(deviation).values({
    orgId: ctx.org.id,
    id: newId(),
    applicationId: row.id,
    kind: how,
    reason: input.reason,
    memberId,
    at: ctx.clock,
  });
  await recordEvent(ctx, row.id, {
    kind: how === "back" ? "application.moved_back" : "application.skipped",
    sealed: true,
    facts: { stageId: from.id, from: from.name, to: to.name, text: input.reason },
  });
  if (how === "skip") {
    await queueMail(ctx, {
      template: "application.advanced",
      recipient: "candidate",
      recipientId: row.candidateId,
      subjectId: row.id,
    });
  }
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { stageId: from.id, stage: from.name },
    after: { stageId: to.id, stage: to.name, deviation: how, reason: input.reason },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: from.id },
  });
  return showApplication(ctx, input);
}

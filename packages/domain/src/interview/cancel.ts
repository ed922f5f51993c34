import type { z } from "zod";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { noteOpened } from "../scorecard/note-opened.ts";
import { lockInterview, planOf, submittedCount, updateInterview } from "./access.ts";
import { planInterviewRow } from "./plan-again.ts";
import { ALLOWED_FROM, isPlannedAgain, whyNotCancel } from "./rules.ts";
import type { CancelInterviewInput, InterviewView } from "./schemas.ts";
import { voidSeats } from "./seats.ts";
import { tellCandidate, tellMembers } from "./tell.ts";
import { interviewView } from "./view.ts";

/**
 * Calls an interview off, with a reason; its scorecards are void, and all who knew are told. One
 * that had got as far as an invitation is planned anew, so that the plan is still kept (law 6).
 */
export async function cancelInterview(
  ctx: CommandCtx,
  input: z.infer<typeof CancelInterviewInput>,
): Promise<InterviewView> {
  const { row, application } = await lockInterview(ctx, input.interviewId);
  const submitted = await submittedCount(ctx.tx, ctx.org.id, row.id);
  refuseIf(whyNotCancel(row, submitted, ctx.clock));

  await updateInterview(ctx, row.id, ALLOWED_FROM.cancel, {
    state: "cancelled",
    stateReason: input.reason,
    sequence: row.sequence + 1,
    proposal: null,
  });
  const freed = await voidSeats(ctx, row.id);
  if (row.state !== "planned") {
    await tellCandidate(ctx, "interview.cancelled", application.candidateId, row.id);
  }
  await tellMembers(ctx, "interview.cancelled", freed, row.id);
  await noteOpened(ctx, row.applicationId, row.stageId);
  const plannedId = isPlannedAgain(row, application) ? await planInterviewRow(ctx, row) : null;
  const plan = await planOf(ctx.tx, ctx.org.id, row.planInterviewId);
  await recordEvent(ctx, row.applicationId, {
    kind: "interview.cancelled",
    facts: { interviewId: row.id, name: plan.name },
  });
  ctx.audit({
    subject: { kind: "interview", id: row.id },
    before: { state: row.state },
    after: {
      state: "cancelled",
      reason: input.reason,
      ...(plannedId === null ? {} : { planned: plannedId }),
    },
    candidateId: application.candidateId,
  });
  return interviewView(ctx.tx, ctx.org.id, row.id);
}

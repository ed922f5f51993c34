import type { z } from "zod";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockInterview, planOf, submittedCount, updateInterview } from "./access.ts";
import { planInterviewRow } from "./plan-again.ts";
import { ALLOWED_FROM, whyNotAbsent } from "./rules.ts";
import type { AbsentView, MarkAbsentInput } from "./schemas.ts";
import { voidSeats } from "./seats.ts";
import { interviewView } from "./view.ts";

/**
 * Marks that one side did not come, while no scorecard is in: the scorecards are void, and the
 * interview is planned anew.
 */
export async function markAbsent(
  ctx: CommandCtx,
  input: z.infer<typeof MarkAbsentInput>,
): Promise<z.infer<typeof AbsentView>> {
  const { row, application } = await lockInterview(ctx, input.interviewId);
  const submitted = await submittedCount(ctx.tx, ctx.org.id, row.id);
  refuseIf(whyNotAbsent(row, submitted, ctx.clock));

  await updateInterview(ctx, row.id, ALLOWED_FROM.markAbsent, {
    state: "absent",
    absentSide: input.side,
  });
  await voidSeats(ctx, row.id);
  const plannedId = await planInterviewRow(ctx, row);
  const plan = await planOf(ctx.tx, ctx.org.id, row.planInterviewId);
  await recordEvent(ctx, row.applicationId, {
    kind: "interview.absent",
    facts: { interviewId: row.id, name: plan.name, side: input.side },
  });
  ctx.audit({
    subject: { kind: "interview", id: row.id },
    before: { state: row.state },
    after: { state: "absent", side: input.side, planned: plannedId },
    candidateId: application.candidateId,
  });
  return {
    missed: await interviewView(ctx.tx, ctx.org.id, row.id),
    planned: await interviewView(ctx.tx, ctx.org.id, plannedId),
  };
}

import type { z } from "zod";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockInterview, planOf, updateInterview } from "./access.ts";
import { ALLOWED_FROM, whyNotArrange, whyNotFocus, whyNotInState } from "./rules.ts";
import type { InterviewView, SetFocusInput } from "./schemas.ts";
import { interviewView } from "./view.ts";

/** Hands criteria and questions on to an interview that has not begun; never a judgement (law 1). */
export async function setFocus(
  ctx: CommandCtx,
  input: z.infer<typeof SetFocusInput>,
): Promise<InterviewView> {
  const { row, application } = await lockInterview(ctx, input.interviewId);
  const focus = input.focus.trim();
  refuseIf(whyNotInState("setFocus", row, ctx.clock));
  refuseIf(whyNotArrange(application.state));
  refuseIf(whyNotFocus(focus));

  await updateInterview(ctx, row.id, ALLOWED_FROM.setFocus, { focus });
  const plan = await planOf(ctx.tx, ctx.org.id, row.planInterviewId);
  await recordEvent(ctx, row.applicationId, {
    kind: "interview.focus_set",
    facts: { interviewId: row.id, name: plan.name },
  });
  ctx.audit({
    subject: { kind: "interview", id: row.id },
    before: { focus: row.focus },
    after: { focus },
    candidateId: application.candidateId,
  });
  return interviewView(ctx.tx, ctx.org.id, row.id);
}

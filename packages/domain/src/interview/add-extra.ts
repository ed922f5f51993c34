import { newId } from "@rubric/db";
import { applicationStage, deviation } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { planOf } from "./access.ts";
import { planInterviewRow } from "./plan-again.ts";
import { whyNotArrange, whyNotExtra } from "./rules.ts";
import type { AddExtraInterviewInput, InterviewView } from "./schemas.ts";
import { interviewView } from "./view.ts";

/**
 * Adds an interview that the plan does not ask for to the stage the application is in: a
 * deviation, with a reason, shown and counted (law 6). Its kit is that of a planned one.
 */
export async function addExtraInterview(
  ctx: CommandCtx,
  input: z.infer<typeof AddExtraInterviewInput>,
): Promise<InterviewView> {
  if (ctx.actor.kind !== "member") return refuse("FORBIDDEN", {});
  const application = await lockApplication(ctx, input.applicationId);
  refuseIf(whyNotArrange(application.state));
  const plan = await planOf(ctx.tx, ctx.org.id, input.planInterviewId);
  const [open] = await ctx.tx
    .select({ stageId: applicationStage.stageId })
    .from(applicationStage)
    .where(
      and(
        eq(applicationStage.orgId, ctx.org.id),
        eq(applicationStage.applicationId, application.id),
        eq(applicationStage.stageId, application.stageId),
        isNull(applicationStage.decidedAt),
      ),
    );
  const ofStage = plan.stageId === application.stageId;
  refuseIf(whyNotExtra({ ofStage, open: open !== undefined }));

  const id = await planInterviewRow(ctx, {
    applicationId: application.id,
    stageId: application.stageId,
    planInterviewId: plan.id,
    focus: "",
    extra: true,
  });
  await ctx.tx.insert(deviation).values({
    orgId: ctx.org.id,
    id: newId(),
    applicationId: application.id,
    kind: "extra_interview",
    reason: input.reason,
    memberId: ctx.actor.memberId,
    at: ctx.clock,
  });
  await recordEvent(ctx, application.id, {
    kind: "interview.extra_planned",
    facts: { interviewId: id, name: plan.name },
  });
  ctx.audit({
    subject: { kind: "interview", id },
    after: { state: "planned", extra: true, name: plan.name, reason: input.reason },
    candidateId: application.candidateId,
  });
  return interviewView(ctx.tx, ctx.org.id, id);
}

import { newId } from "@rubric/db";
import { interview } from "@rubric/db/schema";
import type { CommandCtx } from "../context.ts";
import type { InterviewRow } from "./access.ts";

/** Plans an interview of the application's stage, without a time yet; returns its id. */
export async function planInterviewRow(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  of: Pick<InterviewRow, "applicationId" | "stageId" | "planInterviewId" | "focus" | "extra">,
): Promise<string> {
  const id = newId();
  await ctx.tx.insert(interview).values({
    orgId: ctx.org.id,
    id,
    applicationId: of.applicationId,
    stageId: of.stageId,
    planInterviewId: of.planInterviewId,
    state: "planned",
    place: "",
    focus: of.focus,
    extra: of.extra,
    sequence: 0,
    proposedTimes: [],
    createdAt: ctx.clock,
  });
  return id;
}

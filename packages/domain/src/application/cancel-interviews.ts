import { interview, scorecard } from "@rubric/db/schema";
import { and, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { noteOpened } from "../scorecard/note-opened.ts";

type Which = { applicationId: string; candidateId: string; stageId?: string };

/**
 * Cancels the application's interviews that have not begun, of one stage or of all, with a reason
 * that those who were to come may read. Their open scorecards are void. Whoever knew of one is
 * told: the interviewers now, the candidate at `tellCandidateAt`, by default now.
 */
export async function cancelInterviews(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock" | "enqueue">,
  which: Which,
  reason: string,
  tellCandidateAt?: Date,
): Promise<void> {
  const open = await ctx.tx
    .select({ id: interview.id, state: interview.state, stageId: interview.stageId })
    .from(interview)
    .where(
      and(
        eq(interview.orgId, ctx.org.id),
        eq(interview.applicationId, which.applicationId),
        which.stageId === undefined ? undefined : eq(interview.stageId, which.stageId),
        or(
          inArray(interview.state, ["planned", "proposed"]),
          and(
            eq(interview.state, "scheduled"),
            gt(interview.startsAt, ctx.clock),
            // One that was judged took place, if before its time.
            sql`not exists (select from ${scorecard} judged
              where judged.org_id = ${interview.orgId} and judged.interview_id = ${interview.id}
                and judged.state in ('submitted', 'struck'))`,
          ),
        ),
      ),
    )
    .orderBy(interview.id)
    .for("update");
  if (open.length === 0) return;
  const ids = open.map((one) => one.id);
  await ctx.tx
    .update(interview)
    .set({ state: "cancelled", stateReason: reason, sequence: sql`${interview.sequence} + 1` })
    .where(and(eq(interview.orgId, ctx.org.id), inArray(interview.id, ids)));
  const freed = await ctx.tx
    .update(scorecard)
    .set({ state: "void" })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        inArray(scorecard.interviewId, ids),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    )
    .returning({ interviewId: scorecard.interviewId, authorId: scorecard.authorId });
  for (const stageId of new Set(open.map((one) => one.stageId))) {
    await noteOpened(ctx, which.applicationId, stageId);
  }
  for (const { interviewId, authorId } of freed) {
    await queueMail(ctx, {
      template: "interview.cancelled",
      recipient: "member",
      recipientId: authorId,
      subjectId: interviewId,
    });
  }
  for (const { id, state } of open) {
    if (state === "planned") continue;
    await queueMail(ctx, {
      template: "interview.cancelled",
      recipient: "candidate",
      recipientId: which.candidateId,
      subjectId: id,
      sendAfter: tellCandidateAt,
    });
  }
}

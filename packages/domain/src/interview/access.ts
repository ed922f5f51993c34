import type { Reader } from "@rubric/db";
import { type application, interview, planInterview, scorecard } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx } from "../context.ts";
import { type Denial, deny, Refused, refuse } from "../errors.ts";

export type InterviewRow = typeof interview.$inferSelect;

/** An interview of the organization, or NOT_FOUND. */
export async function requireInterview(
  read: Reader,
  orgId: string,
  interviewId: string,
): Promise<InterviewRow> {
  const [row] = await read
    .select()
    .from(interview)
    .where(and(eq(interview.orgId, orgId), eq(interview.id, interviewId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** Locks the interview's application, then reads both: what every command on it begins with. */
export async function lockInterview(
  ctx: Pick<CommandCtx, "tx" | "org" | "actor">,
  interviewId: string,
) {
  const { applicationId } = await requireInterview(ctx.tx, ctx.org.id, interviewId);
  const locked: typeof application.$inferSelect = await lockApplication(ctx, applicationId);
  const row = await requireInterview(ctx.tx, ctx.org.id, interviewId);
  return { row, application: locked };
}

/**
 * Changes an interview that is still in one of these states; the refusal of the state now met
 * otherwise, so that a lost race reads like a late one.
 */
export async function updateInterview(
  ctx: Pick<CommandCtx, "tx" | "org">,
  interviewId: string,
  from: readonly InterviewRow["state"][],
  set: Partial<Omit<InterviewRow, "orgId" | "id">>,
): Promise<InterviewRow> {
  const [row] = await ctx.tx
    .update(interview)
    .set(set)
    .where(
      and(
        eq(interview.orgId, ctx.org.id),
        eq(interview.id, interviewId),
        inArray(interview.state, [...from]),
      ),
    )
    .returning();
  if (row !== undefined) return row;
  const { state } = await requireInterview(ctx.tx, ctx.org.id, interviewId);
  throw new Refused(lost(state));
}

function lost(state: string): Denial {
  return deny("INTERVIEW_STATE", { state });
}

/** The name and length that the plan gives an interview. */
export async function planOf(read: Reader, orgId: string, planInterviewId: string) {
  const [row] = await read
    .select()
    .from(planInterview)
    .where(and(eq(planInterview.orgId, orgId), eq(planInterview.id, planInterviewId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** How many scorecards of an interview were submitted, struck ones among them. */
export async function submittedCount(
  read: Reader,
  orgId: string,
  interviewId: string,
): Promise<number> {
  const rows = await read
    .select({ id: scorecard.id })
    .from(scorecard)
    .where(
      and(
        eq(scorecard.orgId, orgId),
        eq(scorecard.interviewId, interviewId),
        inArray(scorecard.state, ["submitted", "struck"]),
      ),
    );
  return rows.length;
}

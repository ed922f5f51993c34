import { application } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { deny, Refused } from "../errors.ts";
import { cancelInterviews } from "./cancel-interviews.ts";
import { requireJob } from "../job/access.ts";
import { recordEvent } from "./record-event.ts";
import { rejectionMailAt } from "./rejection-delay.ts";
import { releaseOffer } from "./release-offer.ts";
import type { ApplicationRow } from "./rows.ts";

export type EndState = "rejected" | "withdrawn" | "transferred" | "hired";

/** From which states each end may come; a hired one ends once more when its offer falls through. */
const FROM = {
  rejected: ["active", "on_hold", "hired"],
  // The candidate's word goes before a rejection they were not told of.
  withdrawn: ["active", "on_hold", "hired", "rejected"],
  transferred: ["active", "on_hold"],
  hired: ["active", "on_hold"],
} as const satisfies Record<EndState, readonly ApplicationRow["state"][]>;

/**
 * Ends a locked application. `reason` is a word for why ("merit", "no_answer"); that of a rejection
 * judges, and is sealed with the stage (law 1). Interviews that have not begun are cancelled; a
 * candidate who is rejected hears of that no earlier than of the rejection. A withdrawal gives a
 * reserved opening back. Open scorecards of interviews that were held stay owed until the worker
 * voids them. Returns when the candidate may hear of it at the earliest. APPLICATION_STATE if
 * another command ended it first.
 */
export async function endApplication(
  ctx: CommandCtx,
  row: ApplicationRow,
  state: EndState,
  reason: string,
): Promise<Date> {
  const ended = await ctx.tx
    .update(application)
    .set({ state, stateReason: reason, endedAt: ctx.clock, nextWordAt: null })
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.id, row.id),
        inArray(application.state, [...FROM[state]]),
      ),
    )
    .returning({ id: application.id });
  if (ended.length === 0) throw new Refused(deny("APPLICATION_STATE", { state: row.state }));
  const told = state === "rejected" ? await mailAt(ctx, row) : ctx.clock;
  await cancelInterviews(
    ctx,
    { applicationId: row.id, candidateId: row.candidateId },
    "The application has ended.",
    state === "rejected" ? told : undefined,
  );
  if (state === "withdrawn") await releaseOffer(ctx, row.id);
  await recordEvent(ctx, row.id, {
    kind: `application.${state}`,
    sealed: state === "rejected",
    facts: {
      reason,
      stageId: row.stageId,
      // What the candidate goes on to see until they are told of it.
      ...(state === "rejected"
        ? { wasState: row.state, wasNextWordAt: row.nextWordAt?.toISOString() ?? null }
        : {}),
    },
  });
  return told;
}

async function mailAt(ctx: CommandCtx, row: ApplicationRow): Promise<Date> {
  const { locations } = await requireJob(ctx.tx, ctx.org.id, row.jobId);
  return rejectionMailAt(ctx, { locations, applicationId: row.id });
}

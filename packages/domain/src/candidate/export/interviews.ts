import { interview, planInterview, scorecard } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { beforeCancelled, notToldOf } from "../../application/told.ts";
import type { ReadCtx } from "../../context.ts";
import { toInstant } from "../../wire.ts";
import type { ExportedApplication, ExportedInterview } from "./schema.ts";
import { exportedVersions } from "./scorecards.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

/**
 * The interviews of an application with every scorecard, submitted or not; one that was cancelled as
 * it was before, until the candidate hears of it.
 */
export async function exportedInterviews(
  ctx: Ctx,
  applicationId: string,
): Promise<ExportedApplication["interviews"]> {
  const rows = await ctx.read
    .select({ interview, name: planInterview.name, kind: planInterview.kind })
    .from(interview)
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(and(eq(interview.orgId, ctx.org.id), eq(interview.applicationId, applicationId)))
    .orderBy(asc(interview.createdAt), asc(planInterview.position));
  const cards = await ctx.read
    .select()
    .from(scorecard)
    .where(and(eq(scorecard.orgId, ctx.org.id), eq(scorecard.applicationId, applicationId)))
    .orderBy(asc(scorecard.assignedAt), asc(scorecard.id));
  const versions = await exportedVersions(
    ctx,
    cards.map((card) => card.id),
  );
  const untold = await notToldOf(
    ctx,
    "interview.cancelled",
    rows.map((row) => row.interview.id),
  );
  return rows.map(({ interview: one, name, kind }): ExportedInterview => ({
    name,
    kind,
    state: untold.has(one.id) ? beforeCancelled(one) : one.state,
    startsAt: toInstant(one.startsAt),
    endsAt: toInstant(one.endsAt),
    place: one.place,
    focus: one.focus,
    scorecards: cards
      .filter((card) => card.interviewId === one.id)
      .map((card) => ({
        by: card.shadow ? "an interviewer in training" : "an interviewer",
        state: untold.has(one.id) && card.state === "void" ? "assigned" : card.state,
        assignedAt: toInstant(card.assignedAt),
        draft: card.draft === null ? null : JSON.stringify(card.draft),
        versions: versions.get(card.id) ?? [],
      })),
  }));
}

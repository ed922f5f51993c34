import { competency, criterion, debrief, decision, secondRating, stage } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../../context.ts";
import { groundsOf } from "../../debrief/decisions.ts";
import { toInstant } from "../../wire.ts";
import type { ExportedApplication } from "./schema.ts";
import type { Duties } from "./duties.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

/** The debriefs of an application, with what was rated anew in them. */
export async function exportedDebriefs(
  ctx: Ctx,
  applicationId: string,
): Promise<ExportedApplication["debriefs"]> {
  const rows = await ctx.read
    .select({ debrief, stage: stage.name })
    .from(debrief)
    .innerJoin(stage, and(eq(stage.orgId, debrief.orgId), eq(stage.id, debrief.stageId)))
    .where(and(eq(debrief.orgId, ctx.org.id), eq(debrief.applicationId, applicationId)))
    .orderBy(asc(debrief.openedAt), asc(debrief.session));
  if (rows.length === 0) return [];
  const second = await ctx.read
    .select({
      debriefId: secondRating.debriefId,
      criterion: competency.name,
      rating: secondRating.rating,
      reason: secondRating.reason,
    })
    .from(secondRating)
    .innerJoin(
      criterion,
      and(eq(criterion.orgId, secondRating.orgId), eq(criterion.id, secondRating.criterionId)),
    )
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(
      and(
        eq(secondRating.orgId, ctx.org.id),
        inArray(
          secondRating.debriefId,
          rows.map((row) => row.debrief.id),
        ),
      ),
    )
    .orderBy(asc(secondRating.at));
  return rows.map(({ debrief: one, stage: name }) => ({
    stage: name,
    session: one.session,
    state: one.state,
    openedAt: toInstant(one.openedAt),
    notes: one.notes,
    reason: one.reason,
    secondRatings: second
      .filter((rated) => rated.debriefId === one.id)
      .map(({ debriefId: _, ...rated }) => rated),
  }));
}

/** What was decided on an application, and on which criteria it rests. */
export async function exportedDecisions(
  ctx: Ctx,
  applicationId: string,
  by: Duties,
): Promise<ExportedApplication["decisions"]> {
  const rows = await ctx.read
    .select({ decision, stage: stage.name })
    .from(decision)
    .innerJoin(stage, and(eq(stage.orgId, decision.orgId), eq(stage.id, decision.stageId)))
    .where(and(eq(decision.orgId, ctx.org.id), eq(decision.applicationId, applicationId)))
    .orderBy(asc(decision.decidedAt));
  if (rows.length === 0) return [];
  const grounds = await groundsOf(
    ctx.read,
    ctx.org.id,
    rows.map((row) => row.decision.id),
  );
  return rows.map(({ decision: one, stage: name }) => ({
    by: by(one.decidedBy),
    at: toInstant(one.decidedAt),
    stage: name,
    kind: one.kind,
    state: one.state,
    reason: one.reason,
    requirement: one.requirement,
    level: one.levelKey,
    criteria: grounds.filter((ground) => ground.decisionId === one.id).map(({ name: of }) => of),
    reversalReason: one.reversalReason,
  }));
}

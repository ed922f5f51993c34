import {
  competency,
  criterion,
  question,
  scorecardNote,
  scorecardRating,
  scorecardVersion,
} from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../../context.ts";
import { toInstant } from "../../wire.ts";
import type { ExportedInterview } from "./schema.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;
type Versions = ExportedInterview["scorecards"][number]["versions"];

/** Each version of these scorecards, with ratings and notes, by scorecard. */
export async function exportedVersions(
  ctx: Ctx,
  scorecardIds: readonly string[],
): Promise<ReadonlyMap<string, Versions>> {
  if (scorecardIds.length === 0) return new Map();
  const ids = [...scorecardIds];
  const rows = await ctx.read
    .select()
    .from(scorecardVersion)
    .where(and(eq(scorecardVersion.orgId, ctx.org.id), inArray(scorecardVersion.scorecardId, ids)))
    .orderBy(asc(scorecardVersion.number));
  const ratings = await ratingsOf(ctx, ids);
  const notes = await notesOf(ctx, ids);
  const keyOf = (of: { scorecardId: string; number: number }) => `${of.scorecardId} ${of.number}`;
  const ratingsBy = Map.groupBy(ratings, keyOf);
  const notesBy = Map.groupBy(notes, keyOf);
  const views = rows.map((row) => ({
    scorecardId: row.scorecardId,
    view: {
      by: "an interviewer",
      submittedAt: toInstant(row.submittedAt),
      recommendation: row.recommendation,
      summary: row.summary,
      correctionReason: row.reason,
      struck: row.struckAt !== null,
      ratings: (ratingsBy.get(keyOf(row)) ?? []).map(
        ({ scorecardId: _, number: __, ...one }) => one,
      ),
      notes: (notesBy.get(keyOf(row)) ?? []).map(({ question: of, text }) => ({
        question: of,
        text,
      })),
    },
  }));
  return new Map(
    [...Map.groupBy(views, (one) => one.scorecardId)].map(([id, list]) => [
      id,
      list.map((one) => one.view),
    ]),
  );
}

async function ratingsOf(ctx: Ctx, ids: string[]) {
  return ctx.read
    .select({
      scorecardId: scorecardRating.scorecardId,
      number: scorecardRating.number,
      criterion: competency.name,
      rating: scorecardRating.rating,
      notAssessedReason: scorecardRating.notAssessedReason,
      evidence: scorecardRating.evidence,
    })
    .from(scorecardRating)
    .innerJoin(
      criterion,
      and(
        eq(criterion.orgId, scorecardRating.orgId),
        eq(criterion.id, scorecardRating.criterionId),
      ),
    )
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(and(eq(scorecardRating.orgId, ctx.org.id), inArray(scorecardRating.scorecardId, ids)))
    .orderBy(asc(criterion.position));
}

async function notesOf(ctx: Ctx, ids: string[]) {
  return ctx.read
    .select({
      scorecardId: scorecardNote.scorecardId,
      number: scorecardNote.number,
      question: question.text,
      text: scorecardNote.text,
    })
    .from(scorecardNote)
    .innerJoin(
      question,
      and(eq(question.orgId, scorecardNote.orgId), eq(question.id, scorecardNote.questionId)),
    )
    .where(and(eq(scorecardNote.orgId, ctx.org.id), inArray(scorecardNote.scorecardId, ids)));
}

import type { Reader } from "@rubric/db";
import {
  anchor,
  competency,
  frameworkLevel,
  frameworkTheme,
  frameworkVersion,
  member,
  review,
  reviewPart,
  reviewRating,
} from "@rubric/db/schema";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { PROFICIENCIES } from "../framework/document.ts";
import { isRequired } from "../ladder/standing.ts";
import type { ReviewFacts, Side } from "./rules.ts";
import type { ReviewContent } from "./schemas.ts";

const Proficiency = z.enum(PROFICIENCIES);

type Ctx = { read: Reader; org: { id: string } };
export type ReviewLine = typeof review.$inferSelect;
export type SubmittedPart = typeof reviewPart.$inferSelect & { by: string };

/** The side that the caller writes: their own, or that of whom they manage. */
export function sideOf({ duties }: Pick<ReadCtx, "duties">): Side {
  return duties.has("engineer_self") ? "self" : "manager";
}

/** A review with its submitted sides, or NOT_FOUND. */
export async function loadReview(
  { read, org }: Ctx,
  reviewId: string,
): Promise<{ line: ReviewLine; facts: ReviewFacts; parts: readonly SubmittedPart[] }> {
  const [line] = await read
    .select()
    .from(review)
    .where(and(eq(review.orgId, org.id), eq(review.id, reviewId)));
  if (line === undefined) return refuse("NOT_FOUND", {});
  const rows = await read
    .select({ part: reviewPart, by: member.name })
    .from(reviewPart)
    .innerJoin(member, and(eq(member.orgId, reviewPart.orgId), eq(member.id, reviewPart.authorId)))
    .where(
      and(
        eq(reviewPart.orgId, org.id),
        eq(reviewPart.reviewId, reviewId),
        isNotNull(reviewPart.submittedAt),
      ),
    );
  const parts = rows.map(({ part, by }) => ({ ...part, by }));
  const cameIn = (side: Side) => parts.find((part) => part.side === side)?.submittedAt ?? null;
  const submitted = { self: cameIn("self"), manager: cameIn("manager") };
  return { line, parts, facts: { state: line.state, dueAt: line.dueAt, submitted } };
}

/** Locks the review: its sides come in, and it ends, one after the other. */
export async function lockReview(ctx: CommandCtx, reviewId: string) {
  const locked = await ctx.tx
    .select({ id: review.id })
    .from(review)
    .where(and(eq(review.orgId, ctx.org.id), eq(review.id, reviewId)))
    .for("no key update");
  if (locked.length === 0) refuse("NOT_FOUND", {});
  return loadReview(ctx, reviewId);
}

/** The caller's own row of a side, submitted or not; null before the first word. */
export async function ownPart(
  { read, org }: Ctx,
  reviewId: string,
  side: Side,
  authorId: string,
): Promise<typeof reviewPart.$inferSelect | null> {
  const [row] = await read
    .select()
    .from(reviewPart)
    .where(
      and(
        eq(reviewPart.orgId, org.id),
        eq(reviewPart.reviewId, reviewId),
        eq(reviewPart.side, side),
        eq(reviewPart.authorId, authorId),
      ),
    );
  return row ?? null;
}

/** What was written in a submitted side. */
export async function contentOf(
  { read, org }: Ctx,
  part: Pick<SubmittedPart, "id" | "summary">,
): Promise<ReviewContent> {
  const ratings = await read
    .select({
      competencyId: reviewRating.competencyId,
      rating: reviewRating.rating,
      notAssessedReason: reviewRating.notAssessedReason,
      evidence: reviewRating.evidence,
    })
    .from(reviewRating)
    .innerJoin(
      competency,
      and(eq(competency.orgId, reviewRating.orgId), eq(competency.id, reviewRating.competencyId)),
    )
    .where(and(eq(reviewRating.orgId, org.id), eq(reviewRating.partId, part.id)))
    .orderBy(asc(competency.position));
  return { ratings, summary: part.summary };
}

/** What a level expects, row by row in the framework's order. */
export async function expectationsOf({ read, org }: Ctx, levelId: string) {
  const rows = await read
    .select({
      competencyId: competency.id,
      key: competency.key,
      name: competency.name,
      theme: frameworkTheme.name,
      anchor: anchor.summary,
      proficiency: anchor.proficiency,
    })
    .from(anchor)
    .innerJoin(
      competency,
      and(eq(competency.orgId, anchor.orgId), eq(competency.id, anchor.competencyId)),
    )
    .innerJoin(
      frameworkTheme,
      and(eq(frameworkTheme.orgId, competency.orgId), eq(frameworkTheme.id, competency.themeId)),
    )
    .where(and(eq(anchor.orgId, org.id), eq(anchor.levelId, levelId)))
    .orderBy(asc(frameworkTheme.position), asc(competency.position));
  return rows.map(({ proficiency, ...row }) => {
    const asked = Proficiency.parse(proficiency);
    return { ...row, proficiency: asked, required: isRequired(asked) };
  });
}

/** A level of a published version, or NOT_FOUND. */
export async function requirePublishedLevel({ read, org }: Ctx, levelId: string) {
  const [row] = await read
    .select({ id: frameworkLevel.id, versionId: frameworkLevel.versionId })
    .from(frameworkLevel)
    .innerJoin(
      frameworkVersion,
      and(
        eq(frameworkVersion.orgId, frameworkLevel.orgId),
        eq(frameworkVersion.id, frameworkLevel.versionId),
      ),
    )
    .where(
      and(
        eq(frameworkLevel.orgId, org.id),
        eq(frameworkLevel.id, levelId),
        eq(frameworkVersion.state, "published"),
      ),
    );
  return row ?? refuse("NOT_FOUND", {});
}

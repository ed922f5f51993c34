import { criterion } from "@rubric/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { type VersionRows, versionRows } from "../framework/load-version.ts";
import { PROFICIENCIES } from "../framework/document.ts";
import { weightOf } from "../ladder/standing.ts";
import { type OpenPost, openPosts } from "./open-posts.ts";
import type { ShowPreparationInput } from "./schemas.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock" | "policy">;
type LevelRow = VersionRows["levels"][number];
type CompetencyRow = VersionRows["competencies"][number];

/** A competency that is asked for, at a level, and how much it weighs (1 to 5). */
type Asked = { competency: CompetencyRow; level: LevelRow; weight: number };

/** What somebody prepares for. */
export type Target = {
  post: OpenPost | null;
  rows: VersionRows;
  level: LevelRow;
  /** In the order of the framework. */
  asked: Asked[];
};

type Named = Pick<z.infer<typeof ShowPreparationInput>, "jobSlug" | "versionId" | "levelKey">;

/**
 * Finds what a call prepares for: the job of a post, or a level of a framework by which an open post
 * is judged. NOT_FOUND for whatever else there is or is not.
 */
export async function requireTarget(ctx: Ctx, named: Named): Promise<Target> {
  const { jobSlug, versionId, levelKey } = named;
  if (typeof jobSlug === "string") {
    const [post] = await openPosts(ctx, jobSlug);
    return post === undefined ? refuse("NOT_FOUND", {}) : targetOfPost(ctx, post);
  }
  const posts = await openPosts(ctx);
  const open = posts.some(({ plan }) => plan.frameworkVersionId === versionId);
  if (typeof versionId !== "string" || !open) return refuse("NOT_FOUND", {});
  const rows = await versionRows(ctx.read, ctx.org.id, versionId);
  const level = rows.levels.find(({ key }) => key === levelKey);
  if (level === undefined) return refuse("NOT_FOUND", {});
  const asked = rows.competencies.flatMap((competency): Asked[] => {
    const cell = anchorOf(rows, competency.id, level.id);
    const proficiency = PROFICIENCIES.find((one) => one === cell?.proficiency);
    return proficiency === undefined ? [] : [{ competency, level, weight: weightOf(proficiency) }];
  });
  return { post: null, rows, level, asked };
}

async function targetOfPost(ctx: Ctx, post: OpenPost): Promise<Target> {
  const rows = await versionRows(ctx.read, ctx.org.id, post.plan.frameworkVersionId);
  const level = rows.levels.find(({ key }) => key === post.job.levelKey);
  if (level === undefined) return refuse("NOT_FOUND", {});
  const criteria = await ctx.read
    .select()
    .from(criterion)
    .where(
      and(
        eq(criterion.orgId, ctx.org.id),
        eq(criterion.planId, post.plan.id),
        isNull(criterion.withdrawnAt),
      ),
    )
    .orderBy(asc(criterion.position));
  const asked = rows.competencies.flatMap((competency) =>
    criteria
      .filter((one) => one.competencyId === competency.id)
      .flatMap(({ expectedLevelId, weight }): Asked[] => {
        const expected = rows.levels.find(({ id }) => id === expectedLevelId);
        return expected === undefined ? [] : [{ competency, level: expected, weight }];
      }),
  );
  return { post, rows, level, asked };
}

/** What a level is expected to do in a competency; undefined where the framework says nothing. */
export function anchorOf(rows: VersionRows, competencyId: string, levelId: string) {
  return rows.anchors.find((one) => one.competencyId === competencyId && one.levelId === levelId);
}

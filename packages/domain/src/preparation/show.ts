import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { checklistOf } from "./checklist-of.ts";
import { libraryFor } from "./library.ts";
import type { PreparationView, ShowPreparationInput } from "./schemas.ts";
import { anchorOf, requireTarget } from "./target.ts";

/**
 * What a post or a level asks for, by anchors, and for a post what to do before each of its steps.
 * It is the same for whoever asks, and holds nothing of theirs.
 */
export async function showPreparation(
  ctx: ReadCtx,
  input: z.infer<typeof ShowPreparationInput>,
): Promise<PreparationView> {
  const { post, rows, level, asked } = await requireTarget(ctx, input);
  const themes = new Map(rows.themes.map(({ id, name }) => [id, name]));
  const keys = new Set(asked.map(({ competency }) => competency.key));
  const items = (await libraryFor(rows)).filter((one) => keys.has(one.competency));
  return {
    organization: { name: ctx.org.name, slug: ctx.org.slug },
    post: post && {
      jobSlug: post.job.slug,
      title: post.post.title === "" ? post.job.title : post.post.title,
      team: post.job.team,
    },
    framework: { versionId: rows.version.id, name: rows.version.name },
    level: { key: level.key, name: level.name },
    competencies: asked.map(({ competency, level: at }) => {
      const anchor = anchorOf(rows, competency.id, at.id);
      return {
        key: competency.key,
        name: competency.name,
        theme: themes.get(competency.themeId) ?? "",
        level: { key: at.key, name: at.name },
        anchor: anchor?.summary ?? "",
        examples: anchor?.examples ?? [],
      };
    }),
    technologies: [...new Set(items.flatMap((one) => one.technologies))].toSorted(),
    checklist: post === null ? [] : await checklistOf(ctx, post.plan.id),
  };
}

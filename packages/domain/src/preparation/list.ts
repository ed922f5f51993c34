import type { ReadCtx } from "../context.ts";
import { versionRows } from "../framework/load-version.ts";
import { openPosts } from "./open-posts.ts";
import type { PreparationListView } from "./schemas.ts";

/** What anybody can prepare for at an organization: its open posts, and the levels they belong to. */
export async function listPreparation(ctx: ReadCtx): Promise<PreparationListView> {
  const posts = await openPosts(ctx);
  const versions = [...new Set(posts.map(({ plan }) => plan.frameworkVersionId))];
  const frameworks: PreparationListView["frameworks"] = [];
  for (const versionId of versions) {
    const { version, levels, anchors } = await versionRows(ctx.read, ctx.org.id, versionId);
    const described = new Set(anchors.map(({ levelId }) => levelId));
    frameworks.push({
      versionId,
      name: version.name,
      summary: version.summary,
      levels: levels
        .filter(({ id }) => described.has(id))
        .map(({ key, name, track }) => ({ key, name, track })),
    });
  }
  return {
    organization: { name: ctx.org.name, slug: ctx.org.slug },
    posts: posts.map(({ job, post }) => ({
      jobSlug: job.slug,
      title: post.title === "" ? job.title : post.title,
      team: job.team,
    })),
    frameworks: frameworks.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

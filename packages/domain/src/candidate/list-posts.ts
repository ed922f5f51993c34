import type { ReadCtx } from "../context.ts";
import { settingsOf } from "../job/access.ts";
import { postLine, publicPosts } from "./posts.ts";
import type { PostListView } from "./schemas.ts";

/** The jobs that take applications now, for anyone. */
export async function listPosts(ctx: ReadCtx): Promise<PostListView> {
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const posts = await publicPosts(ctx, timeZone);
  return {
    organization: { name: ctx.org.name, slug: ctx.org.slug },
    posts: posts.map(postLine),
  };
}

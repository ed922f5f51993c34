import type { ReadCtx } from "../context.ts";
import { postLine, publicPosts } from "./posts.ts";
import type { PostListView } from "./schemas.ts";

/** The jobs that take applications now, for anyone. */
export async function listPosts(ctx: ReadCtx): Promise<PostListView> {
  const { posts } = await publicPosts(ctx);
  return {
    organization: { name: ctx.org.name, slug: ctx.org.slug },
    posts: posts.map(postLine),
  };
}

import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { questionsOf } from "../job/posts.ts";
import { NO_STATEMENTS } from "../job/schemas.ts";
import { mayPrepare } from "../preparation/open-posts.ts";
import { postLine, publicPosts } from "./posts.ts";
import type { PublicPostView, ShowPostInput } from "./schemas.ts";
import { currentSteps } from "./steps.ts";

/** One public job with what each step of its process assesses; NOT_FOUND once it is closed. */
export async function showPost(
  ctx: ReadCtx,
  input: z.infer<typeof ShowPostInput>,
): Promise<PublicPostView> {
  const { settings, posts } = await publicPosts(ctx, input.jobSlug);
  const [posted] = posts;
  if (posted === undefined) return refuse("NOT_FOUND", {});
  const { post } = posted;
  const steps = await currentSteps(ctx, posted.job.id);
  return {
    organization: { name: ctx.org.name, slug: ctx.org.slug },
    timeZone: settings.timeZone,
    post: {
      ...postLine(posted),
      body: post.body,
      privacyNotice: [
        post.privacyNotice === "" ? settings.privacyNotice : post.privacyNotice,
        ...(post.baselineNotice === null ? [] : [post.baselineNotice]),
      ].join("\n\n"),
      questions: questionsOf(post),
      statements: post.statements ?? NO_STATEMENTS,
    },
    prepare: steps.length > 0 && mayPrepare(ctx, posted),
    steps: steps.map(({ name, kind, assesses, answerDays, interviews }) => ({
      name,
      kind,
      assesses,
      answerDays,
      interviews,
    })),
  };
}

import { jobPost } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { takeDownPosts } from "./posts.ts";
import { whyNotUnpublish } from "./rules.ts";
import type { JobView, UnpublishPostInput } from "./schemas.ts";
import { jobView } from "./show.ts";

/** Takes the public version of the post down, with a reason. */
export async function unpublishPost(
  ctx: CommandCtx,
  input: z.infer<typeof UnpublishPostInput>,
): Promise<JobView> {
  const { id: jobId } = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  const [post] = await ctx.tx
    .select({ id: jobPost.id, state: jobPost.state })
    .from(jobPost)
    .where(and(eq(jobPost.orgId, orgId), eq(jobPost.jobId, jobId), eq(jobPost.id, input.postId)));
  if (post === undefined) return refuse("NOT_FOUND", {});
  refuseIf(whyNotUnpublish(post.state));
  const down = await takeDownPosts(ctx, jobId, input.reason);
  if (!down.includes(post.id)) return refuse("POST_STATE", { state: post.state });
  ctx.audit({
    subject: { kind: "job_post", id: post.id },
    before: { jobId, state: post.state },
    after: { jobId, state: "unpublished", reason: input.reason },
  });
  return jobView(ctx, jobId);
}

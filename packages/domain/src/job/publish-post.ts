import { jobPost } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { baselineNoticeRule, statementOf } from "../baseline/notice-rule.ts";
import type { CommandCtx } from "../context.ts";
import { beginPosting } from "../deadline/external-posting.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { regionsAsked } from "../region/asked.ts";
import { lockJob } from "./access.ts";
import { currentPlan } from "./plan/access.ts";
import { dutiesOfPost, postDutiesRule } from "./post-duties.ts";
import { postRangeRule, rangeFacts } from "./post-range.ts";
import { contentOfPost, postsOf, takeDownPosts } from "./posts.ts";
import { postLacks, whyNotPublish } from "./rules.ts";
import { refusePayHistoryIn } from "./salary-history.ts";
import type { JobView, PublishPostInput } from "./schemas.ts";
import { jobView } from "./show.ts";

/**
 * Makes a version of the post public in the place of the one before, once it meets what its places
 * demand and no question of post or plan asks what they ban (law 8). From here on it never changes.
 */
export async function publishPost(
  ctx: CommandCtx,
  input: z.infer<typeof PublishPostInput>,
): Promise<JobView> {
  const job = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  const posts = (await postsOf(ctx.tx, orgId, job.id)).map((row) => row.post);
  const post = posts.find((one) => one.id === input.postId);
  if (post === undefined) return refuse("NOT_FOUND", {});
  const content = contentOfPost(post);
  refuseIf(whyNotPublish({ state: post.state, lacks: [] }, job.state));
  const asked = await regionsAsked(ctx.tx, orgId, ctx.clock, content.locations);
  ctx.policy.judge(postDutiesRule, dutiesOfPost(asked, content).facts, {
    regions: content.locations,
  });
  const lacks = postLacks(content, asked.day);
  ctx.policy.judge(postRangeRule, rangeFacts(content, lacks), { regions: content.locations });
  refuseIf(whyNotPublish({ state: post.state, lacks }, job.state));
  const plan = await currentPlan(ctx.tx, orgId, job.id);
  if (plan !== null) await refusePayHistoryIn(ctx, content.locations, plan.id);
  const said = ctx.policy.judge(baselineNoticeRule, {}, { regions: content.locations });
  const baselineNotice = statementOf(said);
  const replaced = await takeDownPosts(ctx, job.id, `Replaced by version ${post.number}.`);
  const published = await ctx.tx
    .update(jobPost)
    .set({
      state: "published",
      baselineNotice,
      publishedAt: ctx.clock,
      publishedBy: requireMember(ctx).memberId,
      unpublishedAt: null,
      unpublishedReason: null,
    })
    .where(
      and(
        eq(jobPost.orgId, orgId),
        eq(jobPost.id, post.id),
        inArray(jobPost.state, ["draft", "unpublished"]),
      ),
    )
    .returning({ id: jobPost.id });
  if (published.length === 0) return refuse("POST_STATE", { state: "published" });
  await beginPosting(ctx, job.id);
  ctx.audit({
    subject: { kind: "job_post", id: post.id },
    before: { jobId: job.id, state: post.state },
    after: {
      jobId: job.id,
      state: "published",
      number: post.number,
      post: content,
      baselineNotice: baselineNotice !== null,
      replaced,
    },
  });
  return jobView(ctx, job.id);
}

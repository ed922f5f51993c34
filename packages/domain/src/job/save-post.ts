import { newId } from "@rubric/db";
import { jobPost } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { columnsOfPost, contentOfPost, postsOf } from "./posts.ts";
import { whyNotChangeJob, whyNotRanges } from "./rules.ts";
import type { JobView, SavePostInput } from "./schemas.ts";
import { jobView } from "./show.ts";

/** Writes the draft of the post: the one there is, or the next version of what was published. */
export async function savePost(
  ctx: CommandCtx,
  input: z.infer<typeof SavePostInput>,
): Promise<JobView> {
  const { id: jobId, state } = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  refuseIf(whyNotChangeJob(state));
  refuseIf(whyNotRanges(input.post.pay, input.post.statements.regionalPay));
  const posts = (await postsOf(ctx.tx, orgId, jobId)).map((row) => row.post);
  const draft = posts.find((post) => post.state === "draft");
  const id = draft?.id ?? newId();
  const number = draft?.number ?? (posts[0]?.number ?? 0) + 1;
  if (draft === undefined) {
    await ctx.tx.insert(jobPost).values({
      orgId,
      id,
      jobId,
      number,
      state: "draft",
      ...columnsOfPost(input.post),
      createdAt: ctx.clock,
    });
  } else {
    await ctx.tx
      .update(jobPost)
      .set(columnsOfPost(input.post))
      .where(and(eq(jobPost.orgId, orgId), eq(jobPost.id, id), eq(jobPost.state, "draft")));
  }
  ctx.audit({
    subject: { kind: "job_post", id },
    before: { jobId, post: draft === undefined ? null : contentOfPost(draft) },
    after: { jobId, number, post: input.post },
  });
  return jobView(ctx, jobId);
}

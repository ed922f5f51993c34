import type { Reader } from "@rubric/db";
import { jobPost } from "@rubric/db/schema";
import { and, asc, eq, lt } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { dayIn, lockJob, settingsOf } from "./access.ts";
import { takeDownPosts } from "./posts.ts";

/**
 * Takes down the posts whose closing date is past in the organization's time zone (law 11).
 * Answers with how many; where there are none it stages no audit entry.
 */
export async function unpublishDue(ctx: CommandCtx): Promise<number> {
  const unpublished: { jobId: string; postId: string }[] = [];
  for (const { jobId } of await duePosts(ctx.tx, ctx.org.id, ctx.clock)) {
    await lockJob(ctx, jobId);
    const due = await duePosts(ctx.tx, ctx.org.id, ctx.clock);
    if (!due.some((post) => post.jobId === jobId)) continue;
    for (const postId of await takeDownPosts(ctx, jobId, "The closing date is past.")) {
      unpublished.push({ jobId, postId });
    }
  }
  if (unpublished.length === 0) return 0;
  ctx.audit({
    subject: { kind: "organization", id: ctx.org.id },
    after: { reason: "closing date", unpublished },
  });
  return unpublished.length;
}

async function duePosts(
  read: Reader,
  orgId: string,
  clock: Date,
): Promise<{ id: string; jobId: string }[]> {
  const { timeZone } = await settingsOf(read, orgId);
  return read
    .select({ id: jobPost.id, jobId: jobPost.jobId })
    .from(jobPost)
    .where(
      and(
        eq(jobPost.orgId, orgId),
        eq(jobPost.state, "published"),
        lt(jobPost.closingDate, dayIn(timeZone, clock)),
      ),
    )
    .orderBy(asc(jobPost.jobId));
}

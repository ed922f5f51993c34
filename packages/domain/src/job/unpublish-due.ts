import type { Reader } from "@rubric/db";
import { jobPost } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { explain } from "../errors.ts";
import type { Explanation } from "../policy/explanation.ts";
import { regionsAsked } from "../region/asked.ts";
import { lockJob } from "./access.ts";
import { dutiesOfPost, postDutiesRule } from "./post-duties.ts";
import { contentOfPost, takeDownPosts } from "./posts.ts";

/**
 * Takes down the posts whose closing date is past in the organization's time zone (law 11), and
 * those that no longer meet what their places demand (law 8). Answers with how many; where there
 * are none it stages no audit entry.
 */
export async function unpublishDue(ctx: CommandCtx): Promise<number> {
  const unpublished: (Due & { postId: string })[] = [];
  for (const { jobId } of await duePosts(ctx, ctx.tx)) {
    await lockJob(ctx, jobId);
    const due = (await duePosts(ctx, ctx.tx)).find((post) => post.jobId === jobId);
    if (due === undefined) continue;
    for (const postId of await takeDownPosts(ctx, jobId, due.reason)) {
      unpublished.push({ ...due, postId });
    }
  }
  if (unpublished.length === 0) return 0;
  ctx.audit({
    subject: { kind: "organization", id: ctx.org.id },
    after: { unpublished },
  });
  return unpublished.length;
}

/** `explanation`: which version of which policy and pack judged, of a duty. */
type Due = { jobId: string; reason: string; explanation?: Explanation | undefined };

/** The public posts that may not stay so, each with why. */
async function duePosts(
  ctx: Pick<CommandCtx, "org" | "clock" | "policy">,
  read: Reader,
): Promise<Due[]> {
  const rows = await read
    .select()
    .from(jobPost)
    .where(and(eq(jobPost.orgId, ctx.org.id), eq(jobPost.state, "published")))
    .orderBy(asc(jobPost.jobId));
  if (rows.length === 0) return [];
  const asked = await regionsAsked(read, ctx.org.id, ctx.clock, []);
  return rows.flatMap((row) => {
    const { jobId, closingDate } = row;
    if (closingDate !== null && closingDate < asked.day) {
      return [{ jobId, reason: "The closing date is past." }];
    }
    const content = contentOfPost(row);
    const { facts } = dutiesOfPost(asked, content);
    const denial = ctx.policy.ask(postDutiesRule, facts, { regions: content.locations });
    if (denial === null) return [];
    return [{ jobId, reason: explain(denial).sentence, explanation: denial.explanation }];
  });
}

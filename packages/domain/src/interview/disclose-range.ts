import { newId } from "@rubric/db";
import { type application, disclosure, jobPost } from "@rubric/db/schema";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";

/**
 * Puts the pay range into an invitation unless one was shown to the candidate before, and keeps
 * that it was (law 8). The range is that of the post they came by, else of the job's newest
 * published post. Returns whether the candidate knows a range now.
 */
export async function discloseRange(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  to: typeof application.$inferSelect,
): Promise<boolean> {
  const [known] = await ctx.tx
    .select({ id: disclosure.id })
    .from(disclosure)
    .where(and(eq(disclosure.orgId, ctx.org.id), eq(disclosure.applicationId, to.id)))
    .limit(1);
  if (known !== undefined) return true;
  const posts = await ctx.tx
    .select()
    .from(jobPost)
    .where(
      and(
        eq(jobPost.orgId, ctx.org.id),
        eq(jobPost.jobId, to.jobId),
        isNotNull(jobPost.publishedAt),
        isNotNull(jobPost.payMinMinor),
      ),
    )
    .orderBy(desc(jobPost.number));
  const post = posts.find((one) => one.id === to.postId) ?? posts[0];
  if (post === undefined) return false;
  const { payMinMinor, payMaxMinor, payCurrency } = post;
  if (payMinMinor === null || payMaxMinor === null || payCurrency === null) return false;
  await ctx.tx.insert(disclosure).values({
    orgId: ctx.org.id,
    id: newId(),
    applicationId: to.id,
    how: "invitation",
    payMinMinor,
    payMaxMinor,
    payCurrency,
    at: ctx.clock,
  });
  return true;
}

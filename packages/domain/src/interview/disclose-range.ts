import { type application, disclosure, jobPost } from "@rubric/db/schema";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { disclose, shownRanges } from "../application/disclosures.ts";
import type { CommandCtx } from "../context.ts";
import { contentOfPost } from "../job/posts.ts";
import { type RegionalRange, rangesOfPost, withoutRange } from "../region/pay-ranges.ts";

/**
 * Puts the pay ranges into an invitation unless they were shown to the candidate before, and keeps
 * that they were (law 8): those of the post they came by, else of the job's newest published post,
 * each region's own in its currency. Returns the places that demand a range and have none.
 */
export async function discloseRange(
  ctx: Pick<CommandCtx, "tx" | "read" | "org" | "clock">,
  to: typeof application.$inferSelect,
  demanded: readonly string[],
): Promise<string[]> {
  const known = (await shownRanges(ctx, [to.id])).get(to.id) ?? [];
  if (known.length > 0 && withoutRange(known, demanded).length === 0) return [];
  if (known.length === 0 && demanded.length === 0 && (await knowsAnOffer(ctx, to.id))) return [];
  const ranges = await rangesNow(ctx, to);
  await disclose(ctx, to.id, "invitation", ranges);
  return withoutRange(ranges, demanded);
}

/** Whoever has read an offer's amount needs no range where no law asks for one. */
async function knowsAnOffer(ctx: Pick<CommandCtx, "tx" | "org">, id: string): Promise<boolean> {
  const rows = await ctx.tx
    .select({ id: disclosure.id })
    .from(disclosure)
    .where(and(eq(disclosure.orgId, ctx.org.id), eq(disclosure.applicationId, id)))
    .limit(1);
  return rows.length > 0;
}

async function rangesNow(
  ctx: Pick<CommandCtx, "tx" | "org">,
  to: typeof application.$inferSelect,
): Promise<RegionalRange[]> {
  const posts = await ctx.tx
    .select()
    .from(jobPost)
    .where(
      and(
        eq(jobPost.orgId, ctx.org.id),
        eq(jobPost.jobId, to.jobId),
        isNotNull(jobPost.publishedAt),
      ),
    )
    .orderBy(desc(jobPost.number));
  const shown = posts
    .map((post) => ({ id: post.id, ranges: rangesOfPost(contentOfPost(post)) }))
    .filter((one) => one.ranges.length > 0);
  return (shown.find((one) => one.id === to.postId) ?? shown[0])?.ranges ?? [];
}

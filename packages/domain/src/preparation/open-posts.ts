import { job, plan } from "@rubric/db/schema";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import { type Posted, publicPosts } from "../candidate/posts.ts";
import type { ReadCtx } from "../context.ts";
import { settingsOf } from "../job/access.ts";
import { preparationOpenRule } from "./open.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock" | "policy">;

/** A post that one may prepare for, with the plan that a new applicant enters. */
export type OpenPost = Posted & { plan: typeof plan.$inferSelect };

/**
 * The posts that anybody may prepare for now, newest first: published, of an open job that is not
 * confidential, where the policy lets in each of the job's places.
 */
export async function openPosts(ctx: Ctx, which?: SQL): Promise<OpenPost[]> {
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const posts = (await publicPosts(ctx, timeZone, and(eq(job.confidential, false), which))).filter(
    ({ job: of }) => isOpen(ctx, of.locations),
  );
  if (posts.length === 0) return [];
  const plans = await ctx.read
    .select()
    .from(plan)
    .where(
      and(
        eq(plan.orgId, ctx.org.id),
        eq(plan.state, "current"),
        inArray(
          plan.jobId,
          posts.map((one) => one.job.id),
        ),
      ),
    );
  const byJob = new Map(plans.map((one) => [one.jobId, one]));
  return posts.flatMap((one) => {
    const current = byJob.get(one.job.id);
    return current === undefined ? [] : [{ ...one, plan: current }];
  });
}

/** Each version of a policy that judges one of the places must let it. */
function isOpen(ctx: Ctx, regions: readonly string[]): boolean {
  const places = regions.length === 0 ? [[]] : regions.map((region) => [region]);
  return places.every(
    (one) => ctx.policy.effects(preparationOpenRule, {}, { regions: one }).length > 0,
  );
}
